"""What a group sponsors is said of its members too, as statements that say where they come from."""

from extract.pipeline import read_text
from extract.text.source import Options, Source
from graph.make.triples import triples_of
from ontology.authority import load_authority
from ontology.schema import load_schema

DRAFT = "resolution/A/C.2/80/L.9004"
TEXT = """A/C.2/80/L.9004

14 October 2025

Bhutan:* draft resolution

* On behalf of the States that are members of the South Asian Association for Regional Cooperation.
"""


def test_members_on_that_day_sponsor_what_their_group_sponsors() -> None:
    """One statement a member, of the group's words; who is named as a sponsor needs none."""
    stated = {s.subject: s for s in read_text(Source("draft.txt", TEXT)).statements if s.relation == "sponsored"}
    derived = {path for path, s in stated.items() if s.derived}
    assert derived == {f"state/{code}" for code in ("AFG", "BGD", "IND", "LKA", "MDV", "NPL", "PAK")}
    assert {s.derived for s in stated.values()} == {"", "org/SAARC"}
    assert not stated["state/BTN"].derived
    assert stated["state/NPL"].evidence == stated["org/SAARC"].evidence


def test_who_was_no_member_yet_does_not() -> None:
    """Afghanistan joined in 2007."""
    reading = read_text(Source("draft.txt", TEXT), Options(date="2005-10-14"))
    assert not [s for s in reading.statements if s.subject == "state/AFG"]


def test_the_graph_says_what_a_statement_was_derived_from() -> None:
    """pact:derived, and prov:wasDerivedFrom the statement of the group instead of a passage."""
    triples = triples_of(read_text(Source("draft.txt", TEXT)), load_authority(), load_schema())
    derived = {t.subject for t in triples if t.predicate.value.endswith("#derived")}
    assert len(derived) == 7
    sources = {t.object for t in triples if t.predicate.value.endswith("wasDerivedFrom") and t.subject in derived}
    subjects = {t.object for t in triples if t.subject in sources and t.predicate.value.endswith("#subject")}
    assert [str(s).rpartition("/id/")[2].strip(">") for s in subjects] == ["org/SAARC"]
