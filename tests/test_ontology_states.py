"""The list of States: whole, with the names that United Nations texts use, and the codes that others know them by."""

import csv
import os
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from extract.languages.load import language_codes
from extract.mentions.names import strong_names
from ontology.authority import Authority, Entity, load_authority
from ontology.check import LANGUAGES
from ontology.iris import entity_iri, entity_path, term

SCHEME = entity_iri("scheme/states")

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
    ("IRN", "en", "Iran, Islamic Republic of"),
    ("KOR", "fr", "Corée (République de)"),
    ("PRK", "ru", "КНДР"),
    ("ARE", "ru", "ОАЭ"),
    ("COG", "zh", "刚果(布)"),
    ("COK", "es", "Islas Cook"),
    ("SUN", "es", "Unión Soviética"),
    ("SUN", "zh", "苏联"),
    ("DDR", "ru", "ГДР"),
    ("YUG", "ar", "يوغوسلافيا"),
]
FORMER = [
    ("BEN", "en", "Dahomey"),
    ("BFA", "fr", "Haute-Volta"),
    ("BLR", "ru", "Белорусская ССР"),
    ("COD", "es", "Zaire"),
    ("CPV", "en", "Cape Verde"),
    ("KHM", "zh", "民主柬埔寨"),
    ("LBY", "ru", "Ливийская Арабская Джамахирия"),
    ("LKA", "ar", "سيلان"),
    ("MKD", "zh", "前南斯拉夫的马其顿共和国"),
    ("MMR", "en", "Burma"),
    ("SWZ", "fr", "Swaziland"),
    ("TUR", "es", "Turquía"),
    ("UKR", "en", "Ukrainian SSR"),
]
# path, last day as a Member of the United Nations, what came of it
ENDED = [
    ("CSK", "1992-12-31", "CZE SVK"),
    ("DDR", "1990-10-02", "DEU"),
    ("SCG", "2006-06-03", "MNE SRB"),
    ("SUN", "1991-12-24", "ARM AZE BLR GEO KAZ KGZ MDA RUS TJK TKM UKR UZB"),
    ("TANGANYIKA", "1964-04-25", "TZA"),
    ("UAR", "1971-09-01", "EGY SYR"),
    ("YMD", "1990-05-21", "YEM"),
    ("YUG", "2000-10-31", "BIH HRV MKD SCG SVN"),
    ("ZANZIBAR", "1964-04-25", "TZA"),
]
# code, language, adjective: in French and Spanish in each of its forms
ADJECTIVES = [
    ("NOR", "en", "Norwegian"),
    ("NOR", "fr", "norvégiennes"),
    ("NOR", "es", "noruega"),
    ("NOR", "ru", "норвежский"),
    ("NOR", "ar", "نرويجي"),
    ("USA", "en", "American"),
    ("DEU", "es", "alemanas"),
]
WEAK = [("FSM", "en", "Micronesia"), ("KOR", "en", "Korea"), ("MKD", "zh", "马其顿"), ("USA", "en", "US")]


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load_authority()


@pytest.fixture(scope="module")
def states(authority: Authority) -> list[Entity]:
    found = [e for e in authority.entities.values() if e.kind == "State"]
    return [entity for entity in found if SCHEME in values(entity, "skos:inScheme")]


@pytest.fixture(scope="module")
def former(authority: Authority, states: list[Entity]) -> list[Entity]:
    return [e for e in authority.entities.values() if e.kind == "State" and e not in states]


def values(entity: Entity, predicate: str) -> list[str]:
    return [
        t.object.value for t in entity.triples if t.predicate.value == term(predicate) and hasattr(t.object, "value")
    ]


def literals(entity: Entity, predicate: str, language: str) -> list[str]:
    found = [t.object for t in entity.triples if t.predicate.value == term(predicate)]
    return [name.value for name in found if isinstance(name, ox.Literal) and name.language == language]


def test_all_members_and_observers_are_there(states: list[Entity]) -> None:
    assert sum(len(values(state, "pact:memberSince")) for state in states) == 193
    assert [s.path for s in states if values(s, "pact:observerSince")] == ["state/PSE", "state/VAT"]
    others = [s.path for s in states if not values(s, "pact:memberSince") + values(s, "pact:observerSince")]
    assert others == ["state/COK", "state/NIU"]
    assert len(states) == 197


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
    meant = [n.strength for n, e in authority.names(language) if n.text == name and e.path == f"state/{code}"]
    assert [strength for strength in meant if strength != "adjective"] == ["weak"]


@pytest.mark.parametrize(("code", "language", "name"), FORMER)
def test_former_names(authority: Authority, code: str, language: str, name: str) -> None:
    assert {e.path for n, e in authority.names(language) if n.text == name} == {f"state/{code}"}


def test_states_that_ended_say_when_and_what_came_of_them(former: list[Entity]) -> None:
    ended = [
        (
            state.path.removeprefix("state/"),
            "".join(values(state, "pact:memberUntil")),
            " ".join(
                sorted(entity_path(heir).removeprefix("state/") for heir in values(state, "dcterms:isReplacedBy"))
            ),
        )
        for state in former
    ]
    assert ended == ENDED
    assert all(values(state, "skos:historyNote") and values(state, "pact:memberSince") for state in former)


def test_every_state_has_an_adjective_in_english(states: list[Entity]) -> None:
    """But those that share it with one that texts name more often: Congolese, Dominican."""
    without = [state.path for state in states if not literals(state, "pact:adjective", "en")]
    assert without == ["state/COG", "state/DMA"]


@pytest.mark.parametrize(("code", "language", "word"), ADJECTIVES)
def test_adjectives(states: list[Entity], code: str, language: str, word: str) -> None:
    meant = {state.path for state in states if word in literals(state, "pact:adjective", language)}
    assert meant == {f"state/{code}"}


@pytest.mark.parametrize("language", language_codes())
def test_every_short_and_formal_name_is_found(states: list[Entity], language: str) -> None:
    """A name that is weak as well counts only where a text has introduced it."""
    names = strong_names(language)
    told = {
        (state.path, name)
        for state in states
        for name in (state.label(language), *literals(state, "pact:formalName", language))
        if not any(n.text == name and n.strength == "weak" for n in state.names)
    }
    missed = [(path, name) for path, name in told if {entry.path for _, _, entry in names.find(name)} != {path}]
    assert len(told) > 340
    assert sorted(missed) == []


COLUMNS = {"en": "English", "fr": "French", "es": "Spanish", "ru": "Russian", "ar": "Arabic", "zh": "Chinese"}


def test_every_name_of_unterm_is_strong(authority: Authority) -> None:
    """Against the table itself, where it is at hand; the list of States was made from it."""
    folder = os.environ.get("PACTGRAPH_REFERENCE", "")
    if not folder:
        pytest.skip("PACTGRAPH_REFERENCE does not name the folder of country-codes.csv")
    rows = [(n, e.path) for language in LANGUAGES for n, e in authority.names(language)]
    strong = {(n.language, n.text): path for n, path in rows if n.strength in {"preferred", "strong"}}
    with (Path(folder) / "country-codes.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    printed = [
        (f"state/{row['ISO3166-1-Alpha-3']}", code, plain(row[f"UNTERM {name} {form}"]))
        for row in table
        for code, name in COLUMNS.items()
        for form in ("Short", "Formal")
    ]
    assert sum(bool(name) for _, _, name in printed) >= 2300
    assert [row for row in printed if row[2] and strong.get(row[1:]) != row[0]] == []


def plain(name: str) -> str:
    """A name of the table without its star, odd widths and the article after it."""
    name = " ".join(unicodedata.normalize("NFKC", name).rstrip("* ").replace("\u2019", "'").split())
    return re.sub(r" \((?:l'|la|le|les|el|los|las|the)\)$", "", name)
