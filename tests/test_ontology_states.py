"""The list of States: whole, with the names that United Nations texts use, and the codes that others know them by."""

from collections import Counter

import pytest

from ontology.authority import Authority, Entity, load_authority
from ontology.check import LANGUAGES
from ontology.iris import entity_path, term

# code, language, name: preferred
SHORT = [
    ("BRN", "zh", "文莱达鲁萨兰国"),
    ("CIV", "fr", "Côte d'Ivoire"),
    ("CZE", "en", "Czechia"),
    ("GBR", "zh", "大不列颠及北爱尔兰联合王国"),
    ("IRN", "en", "Iran (Islamic Republic of)"),
    ("KOR", "zh", "大韩民国"),
    ("LAO", "zh", "老挝人民民主共和国"),
    ("MDA", "zh", "摩尔多瓦共和国"),
    ("NOR", "ar", "النرويج"),
    ("PRK", "zh", "朝鲜民主主义人民共和国"),
    ("SWZ", "zh", "斯威士兰"),
    ("SYR", "zh", "阿拉伯叙利亚共和国"),
    ("TUR", "en", "Türkiye"),
    ("TZA", "zh", "坦桑尼亚联合共和国"),
    ("VCT", "zh", "圣文森特和格林纳丁斯"),
    ("VEN", "zh", "委内瑞拉(玻利瓦尔共和国)"),
]
STRONG = [
    ("CHN", "zh", "中华人民共和国"),
    ("COG", "zh", "刚果"),
    ("GBR", "zh", "联合王国"),
    ("GBR", "en", "Britain"),
    ("IRN", "zh", "伊朗"),
    ("KOR", "zh", "韩国"),
    ("KOR", "zh", "南朝鲜"),
    ("NLD", "zh", "荷兰王国"),
    ("NOR", "en", "the Kingdom of Norway"),
    ("RUS", "es", "Rusia"),
    ("SWZ", "en", "Swaziland"),
    ("USA", "ru", "США"),
    ("USA", "zh", "美国"),
    ("VAT", "zh", "教廷"),
    ("VEN", "zh", "委内瑞拉玻利瓦尔共和国"),
]
WEAK = [("FSM", "en", "Micronesia"), ("KOR", "en", "Korea"), ("MKD", "zh", "马其顿"), ("USA", "en", "US")]


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load_authority()


@pytest.fixture(scope="module")
def states(authority: Authority) -> list[Entity]:
    return [entity for entity in authority.entities.values() if entity.kind == "State"]


def values(entity: Entity, predicate: str) -> list[str]:
    return [
        t.object.value for t in entity.triples if t.predicate.value == term(predicate) and hasattr(t.object, "value")
    ]


def test_all_members_and_observers_are_there(states: list[Entity]) -> None:
    assert sum(len(values(state, "pact:memberSince")) for state in states) == 193
    assert [s.path for s in states if values(s, "pact:observerSince")] == ["state/PSE", "state/VAT"]
    assert len(states) == 195


def test_paths_are_the_codes(states: list[Entity]) -> None:
    for state in states:
        iso2, iso3, m49 = sorted(values(state, "skos:notation"), key=lambda code: (code.isdigit(), len(code)))
        assert (state.path, len(iso2), len(m49)) == (f"state/{iso3}", 2, 3)
        assert f"http://metadata.un.org/UNMS/{m49}" in values(state, "skos:exactMatch")


def test_links_to_wikidata_are_one_for_each(states: list[Entity]) -> None:
    links = [link for s in states for link in values(s, "skos:exactMatch") + values(s, "skos:closeMatch")]
    wikidata = {link for link in links if link.startswith("http://www.wikidata.org/entity/Q")}
    assert len(wikidata) == len(states)


def test_every_member_is_in_a_regional_group(states: list[Entity]) -> None:
    groups = Counter(entity_path(group) for state in states for group in values(state, "pact:regionalGroup"))
    assert groups == {
        "group/african-states": 54,
        "group/asia-pacific-states": 55,  # with Türkiye, which is in both
        "group/eastern-european-states": 23,
        "group/latin-american-and-caribbean-states": 33,
        "group/western-european-and-other-states": 29,
    }
    assert all(values(s, "pact:regionalGroup") for s in states if values(s, "pact:memberSince"))


def test_the_founding_members_are_fifty_one_less_those_that_ended(states: list[Entity]) -> None:
    years = Counter(date[:4] for state in states for date in values(state, "pact:memberSince"))
    assert years["1945"] == 49  # Czechoslovakia and Yugoslavia are no more
    assert max(years) == "2011"


def test_former_names_carry_their_years(states: list[Entity]) -> None:
    former = [state for state in states if values(state, "pact:formerName")]
    assert former
    assert all(any(c.isdigit() for c in note) for s in former for note in values(s, "skos:historyNote") or ["no note"])


def test_short_names_stand_without_the_article_in_brackets(states: list[Entity]) -> None:
    for state in states:
        for language in LANGUAGES:
            assert not state.label(language).endswith(
                ("(l')", "(la)", "(le)", "(les)", "(el)", "(los)", "(las)", "(the)", "*")
            )


@pytest.mark.parametrize(("code", "language", "name"), SHORT)
def test_short_names(authority: Authority, code: str, language: str, name: str) -> None:
    assert authority.entities[f"state/{code}"].label(language) == name


@pytest.mark.parametrize(("code", "language", "name"), STRONG)
def test_strong_names(authority: Authority, code: str, language: str, name: str) -> None:
    meant = {e.path for n, e in authority.names(language) if n.text == name and n.strength in {"preferred", "strong"}}
    assert meant == {f"state/{code}"}


@pytest.mark.parametrize(("code", "language", "name"), WEAK)
def test_weak_names(authority: Authority, code: str, language: str, name: str) -> None:
    assert [n.strength for n, e in authority.names(language) if n.text == name and e.path == f"state/{code}"] == [
        "weak"
    ]
