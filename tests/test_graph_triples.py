"""Two readings made by hand become the triples of `data/hand.ttl`, which the other tests of graphs rest on."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest

from extract.model import Document, Evidence, Reading, Statement, Thing
from graph.make.triples import statement_path, triples_of
from graph.rdf.terms import dated, decimal, named, text, thing
from graph.rdf.turtle import to_turtle
from ontology.authority import Authority, Entity, Name
from ontology.errors import DataError
from ontology.iris import entity_path
from ontology.schema import load_schema

DATA = Path(__file__).parent / "data"
SCHEMA = load_schema()

LISTS = """
@base <https://w3id.org/pactgraph/id/> .
@prefix pact: <https://w3id.org/pactgraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<state/NOR> a pact:State ; skos:prefLabel "Norway"@en, "挪威"@zh ; pact:formalName "Kingdom of Norway"@en ;
    pact:adjective "Norwegian"@en ; skos:notation "NOR"^^pact:iso3 .
<state/SWE> a pact:State ; skos:prefLabel "Sweden"@en, "瑞典"@zh ; skos:notation "SWE"^^pact:iso3 .
<state/MEX> a pact:State ; skos:prefLabel "Mexico"@en, "墨西哥"@zh ; skos:notation "MEX"^^pact:iso3 .
<org/IAEA> a pact:Organization ; skos:prefLabel "International Atomic Energy Agency"@en, "国际原子能机构"@zh ;
    skos:altLabel "IAEA"@en ; pact:weakName "原子能机构"@zh, "the Agency"@en .
<treaty/ICSANT> a pact:Treaty ;
    skos:prefLabel "International Convention for the Suppression of Acts of Nuclear Terrorism"@en, "制止核恐怖主义行为国际公约"@zh .
<treaty/ATT> a pact:Treaty ; skos:prefLabel "Arms Trade Treaty"@en, "武器贸易条约"@zh .
"""
R1540 = Thing(
    "resolution/S/RES/1540(2004)",
    "Resolution",
    (("第1540(2004)号决议", "zh"),),
    (("Security Council resolution 1540 (2004)", "en"),),
)
AURORA = Thing("exercise/aurora-2016", "Exercise", (("极光演习", "zh"),), (("极光演习", "zh"),))
AGENCY = Thing("org/IAEA", "Organization", (("原子能机构", "zh"), ("国际原子能机构", "zh")))


def lists() -> Authority:
    """A short list, so that the triples do not change when the real ones grow."""
    triples = sorted((quad.triple for quad in ox.parse(LISTS, format=ox.RdfFormat.TURTLE)), key=str)
    paths = sorted({entity_path(t.subject.value) for t in triples if isinstance(t.subject, ox.NamedNode)})
    own = {path: tuple(t for t in triples if t.subject == thing(path)) for path in paths}
    return Authority({path: Entity(path, "", (Name("", "", ""),), "", own[path]) for path in paths})


def evidence(file: str, quote: str, cue: str, said_by: str, paragraph: int) -> Evidence:
    """The place of a quote in a file of `data/`; a line break there may be a `|` here, and furniture `||`."""
    source = (DATA / file).read_text(encoding="utf-8")
    first, last = quote.split("|", maxsplit=1)[0], quote.rsplit("|", maxsplit=1)[-1].lstrip()
    start = source.index(first)
    end = source.index(last, start) + len(last)
    section = {"zh": {"state/NOR": "挪威", "state/MEX": "墨西哥"}, "en": {"state/NOR": "Norway", "state/MEX": "Mexico"}}
    said_in = section[file.split(".")[1]][said_by]
    return Evidence(start, end, quote.replace("|", ""), cue, said_by, said_in, paragraph)


def zh(quote: str, cue: str, said_by: str = "state/NOR", paragraph: int = 1) -> tuple[Evidence, ...]:
    return (evidence("hand.zh.txt", quote, cue, said_by, paragraph),)


def en(quote: str, cue: str, said_by: str = "state/NOR", paragraph: int = 1) -> tuple[Evidence, ...]:
    return (evidence("hand.en.txt", quote, cue, said_by, paragraph),)


def chinese() -> Reading:
    document = Document("document/A/99/901", "A/99/901", "zh", "措施", "2018-07-13", "hand.zh.txt")
    implements = zh("挪威正在执行第1540(2004)号决议，", "执行")
    organized, funds = "挪威于2016年主办了极光演习，", "挪威向原子能|机构捐款1 200 000美元。"
    refuses, together = "墨西哥没有参加极光演习。", "并在该决议的框架内||与原子能机构合作。"
    resolution, exercise = R1540.path, AURORA.path
    ratified, says = "挪威于2014年2月20日批准了《制止核恐怖主义行为国际公约》。", "挪威"
    plan = "墨西哥计划批准《武器贸易条约》。"
    rows = (
        Statement("state/NOR", "ratified", "treaty/ICSANT", "asserted", "2014-02-20", zh(ratified, "批准"), "r1", 0.93),
        Statement("state/NOR", "implements", resolution, "asserted", "", implements, "r2", 0.9),
        Statement("state/NOR", "cooperatesWith", "org/IAEA", "asserted", "", zh(together, "合作"), "r3", 0.5),
        Statement(
            "state/NOR", "organized", exercise, "asserted", "2016", zh(organized, "主办", paragraph=2), "r4", 0.9
        ),
        Statement(
            "state/SWE",
            "participatesIn",
            exercise,
            "asserted",
            "2016",
            zh("瑞典参加了演习", "参加", paragraph=2),
            "r5",
            0.8,
        ),
        Statement(
            *("state/NOR", "contributedTo", "org/IAEA", "asserted", ""),
            *(zh(funds, "捐款", paragraph=2), "r6", 1.0, "1200000.00", "USD"),
        ),
        Statement("state/MEX", "ratified", "treaty/ATT", "planned", "", zh(plan, "计划", "state/MEX", 3), "r1", 0.7),
        Statement(
            "state/MEX", "participatesIn", exercise, "negated", "", zh(refuses, "没有", "state/MEX", 3), "r5", 0.7
        ),
        Statement(
            document.path,
            "cites",
            resolution,
            "asserted",
            "",
            zh("第1540(2004)号决议", "第1540(2004)号决议"),
            "r7",
            0.99,
        ),
    )
    return Reading(document, (R1540, AURORA, AGENCY, Thing("state/NOR", "State", ((says, "zh"),))), rows, ())


def english() -> Reading:
    document = Document("document/A/99/902", "A/99/902", "EN", "", "2019", "hand.en.txt")
    party, together = (
        "Norway is a party to the Nuclear Terrorism Convention.",
        "The Agency| works together with Norway.",
    )
    reported = "In March 2019 Mexico reported under resolution 1540 (2004)."
    rows = (
        Statement("state/NOR", "partyTo", "treaty/ICSANT", "asserted", "", en(party, "is a party"), "r8", 0.9),
        Statement(
            "state/NOR", "cooperatesWith", "org/IAEA", "asserted", "", en(together, "works together"), "r9", 0.85
        ),
        Statement(
            *("state/MEX", "reportedUnder", R1540.path, "asserted", "2019-03"),
            *(en(reported, "reported under", "state/MEX", 2), "r10", 0.9),
        ),
    )
    return Reading(document, (replace(R1540, names=(("resolution 1540 (2004)", "EN"),)),), rows, ())


def hand_made() -> set[ox.Triple]:
    return triples_of(chinese(), lists(), SCHEMA) | triples_of(english(), lists(), SCHEMA)


def test_hand_made_readings_give_the_golden_turtle() -> None:
    assert to_turtle(hand_made()).decode() == (DATA / "hand.ttl").read_text(encoding="utf-8")


def test_there_is_no_blank_node() -> None:
    triples = hand_made()
    assert all(isinstance(t.subject, ox.NamedNode) and not isinstance(t.object, ox.BlankNode) for t in triples)


def test_only_asserted_statements_have_their_plain_triple() -> None:
    triples = hand_made()
    for reading in (chinese(), english()):
        for s in reading.statements:
            ends = sorted((s.subject, s.object)) if s.relation in SCHEMA.symmetric else [s.subject, s.object]
            plain = ox.Triple(thing(ends[0]), named(f"pact:{s.relation}"), thing(ends[1]))
            assert (plain in triples) == (s.status == "asserted")


def test_the_path_of_a_statement_hashes_what_it_says() -> None:
    document, statement = chinese().document, chinese().statements[0]
    said = b"document/A/99/901\nzh\nstate/NOR\nratified\ntreaty/ICSANT\nasserted"
    assert statement_path(document, statement) == f"statement/{sha256(said).hexdigest()[:20]}"
    others = {
        statement_path(replace(document, path="document/B"), statement),
        statement_path(replace(document, language="fr"), statement),
        statement_path(document, replace(statement, subject="state/MEX")),
        statement_path(document, replace(statement, relation="signed")),
        statement_path(document, replace(statement, object="treaty/NPT")),
        statement_path(document, replace(statement, status="planned")),
    }
    assert len(others | {statement_path(document, statement)}) == 7


def only(reading: Reading, *statements: Statement) -> set[ox.Triple]:
    return triples_of(replace(reading, statements=statements), lists(), SCHEMA)


def test_both_ends_of_a_symmetric_relation_meet() -> None:
    reading = chinese()
    one = reading.statements[2]
    assert only(reading, one) == only(reading, replace(one, subject=one.object, object=one.subject))


def test_a_fact_said_twice_is_one_statement_with_the_clearer_words_and_all_passages() -> None:
    reading = chinese()
    one = reading.statements[2]
    (place,) = one.evidence
    later = replace(place, start=place.start + 500, end=place.end + 500, quote="合作", cue="合")
    clearer = replace(one, subject=one.object, object=one.subject, evidence=(later,), confidence=0.8, date="2012")
    triples = only(reading, one, clearer)
    node = thing(statement_path(reading.document, replace(one, subject="org/IAEA", object="state/NOR")))
    found = {t.predicate.value.rpartition("#")[2]: t.object for t in triples if t.subject == node}
    passages = [t for t in triples if t.subject == node and t.predicate == named("prov:wasDerivedFrom")]
    assert (found["quote"], found["date"], len(passages)) == (text("合作", "zh"), dated("2012"), 2)
    assert triples == only(reading, clearer, one)


def test_weak_names_stay_out_unless_the_text_used_them() -> None:
    triples = hand_made()
    names = {t.object for t in triples if t.predicate == named("skos:altLabel") and t.subject == thing("org/IAEA")}
    assert names == {text("IAEA", "en"), text("原子能机构", "zh")}
    assert not any(t.predicate in (named("pact:weakName"), named("pact:adjective")) for t in triples)


def test_an_entity_that_nothing_describes_is_refused() -> None:
    reading = chinese()
    unknown = replace(reading.statements[0], object="treaty/UNKNOWN")
    with pytest.raises(DataError, match=r"hand\.zh\.txt: a statement names treaty/UNKNOWN"):
        only(reading, unknown)


def test_a_thing_without_label_takes_the_first_name_of_the_text() -> None:
    reading = replace(chinese(), things=(R1540, replace(AURORA, labels=()), AGENCY))
    labelled = ox.Triple(thing(AURORA.path), named("rdfs:label"), text("极光演习", "zh"))
    assert labelled in triples_of(reading, lists(), SCHEMA)


@pytest.mark.parametrize(
    ("value", "written"),
    [("2014-02-20", "date"), ("2014-02", "gYearMonth"), ("2014", "gYear"), ("2016-02-29", "date")],
)
def test_dates_are_as_precise_as_they_are(value: str, written: str) -> None:
    assert dated(value) == ox.Literal(value, datatype=named(f"xsd:{written}"))


@pytest.mark.parametrize(
    "value", ["", "14", "2014-13", "2014-02-30", "20140220", "2014-2-20", "2014-W08-4", "２０１４"]
)
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(DataError, match="is no date"):
        dated(value)


@pytest.mark.parametrize(
    ("value", "written"),
    [(0.5, "0.5"), (1.0, "1"), ("1200000.00", "1200000"), ("0.50", "0.5"), ("-3", "-3"), (1e-7, "0.0000001")],
)
def test_numbers_have_one_spelling(value: float | str, written: str) -> None:
    assert decimal(value).value == written


@pytest.mark.parametrize("value", ["", "1,200", "NaN", "Infinity", "-Infinity", "ten"])
def test_what_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(DataError, match="is no decimal number"):
        decimal(value)
