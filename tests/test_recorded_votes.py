"""Votes, sponsors and adoption in the record that the XML of a resolution keeps: the same facts in each of six languages.

The record of a resolution that does not exist stands here. PACTGRAPH_CORPUS may name a folder of documents of the United Nations, with
resolutions in akn/ga and beside them data_extract.*.json, what the United Nations themselves know of each; all of them are held to that.
"""

import json
import os
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest
import regex

from extract.documents import parse_document, read_document
from extract.model import Reading
from extract.pipeline import read_text
from extract.text.source import Options, Source
from graph.compare.witness import AGREE, LINK, compare
from graph.make.reports import build
from graph.measure.check import check
from graph.rdf.store import from_triples
from ontology.authority import load_authority

ENOUGH = 0.99
SIDES = {"votedFor": "MS_in_favour", "votedAgainst": "MS_against", "abstainedOn": "MS_abstaining"}
Fact = tuple[str, str]

HEADS = {
    "ara": "قرار اتخذته الجمعية العامة في 11 كانون الأول/ديسمبر 2020",
    "eng": "Resolution adopted by the General Assembly on 11 December 2020",
    "fra": "Résolution adoptée par l’Assemblée générale le 11 décembre 2020",
    "rus": "Резолюция, принятая Генеральной Ассамблеей 11 декабря 2020 года",
    "spa": "Resolución aprobada por la Asamblea General el 11 de diciembre de 2020",
    "zho": "2020年12月11日大会决议",
}
RESOLUTION = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:akn4un="http://un.org/akn4un">
<statement name="resolution"><meta>
  <identification><FRBRWork><FRBRdate date="2020-12-11" name="adoption"/></FRBRWork>
    <FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression></identification>
  <workflow>
    <step date="2020-10-06" outcome="draftResolution" as="A/C.1/75/L.999"
      by="Peru and Guyana (on behalf of the States Members of the United Nations that are members of the Group of 77 and China)"/>
    <step date="0001-01-01" outcome="draftResolutionAdditionalSponsors" by="the Congo, Turkey and State of Palestine"/>
    <step date="2020-12-16" outcome="adopted" as="A/75/PV.99" by=""/>
  </workflow>
  <analysis><parliamentary>{voting}</parliamentary></analysis>
  <references>
    <TLCTerm eId="inFavour" showAs="In favour"/><TLCTerm eId="against" showAs="Against"/>
    <TLCTerm eId="abstaining" showAs="Abstaining"/>
  </references></meta>
  <coverPage><p><docNumber refersTo="#symbol">A/RES/75/999</docNumber></p><p><docTitle>{head}</docTitle></p></coverPage>
</statement></akomaNtoso>"""
VOTING = """<voting outcome="adoptedRecordedVote">
  <count value="003" refersTo="inFavour"><akn4un:voters>
    <organization>BOLIVIA (PLURINATIONAL STATE OF)</organization><organization>COTE D'IVOIRE</organization>
    <organization>GUINEA-BISSAU</organization></akn4un:voters></count>
  <count value="1" refersTo="against"><akn4un:voters><organization>UNITED STATES</organization></akn4un:voters></count>
</voting>"""
UNVOTED = '<voting outcome="adoptedWithoutVote"><quorum value=""/></voting>'


def resolution(language: str, voting: str = VOTING) -> Source:
    """A version of the resolution that does not exist."""
    text = RESOLUTION.format(language=language, head=HEADS[language], voting=voting)
    return parse_document(text.encode(), f"resolution.{language}.xml")


def facts(reading: Reading) -> dict[tuple[str, str, str], str]:
    """What a reading says by itself, derived statements and citations aside, with its dates."""
    return {
        (s.subject, s.relation, s.object): s.date
        for s in reading.statements
        if not s.derived and s.relation in (*SIDES, "sponsored", "adopted")
    }


@pytest.mark.parametrize("language", HEADS)
def test_the_record_gives_the_same_facts_in_each_language(language: str) -> None:
    """Names in capitals, in brackets, with an apostrophe; a group; the day of the adoption and not that of the step."""
    votes = {("BOL", "votedFor"), ("CIV", "votedFor"), ("GNB", "votedFor"), ("USA", "votedAgainst")}
    sponsors = ("org/G77", "state/COG", "state/GUY", "state/PER", "state/PSE", "state/TUR")
    made = "resolution/A/RES/75/999"
    assert facts(read_text(resolution(language))) == {
        ("org/UNGA", "adopted", made): "2020-12-11",
        **{(f"state/{state}", side, made): "2020-12-11" for state, side in votes},
        **{(sponsor, "sponsored", made): "" for sponsor in sponsors},
    }


def test_the_evidence_is_english_and_stands_in_the_record() -> None:
    reading = read_text(resolution("ara"))
    told = next(s.evidence[0] for s in reading.statements if s.relation == "votedAgainst")
    assert (told.quote, told.language, told.anchor) == ("2020-12-11 Against: UNITED STATES", "en", "against")
    assert {("UNITED STATES", "en")} == {n for t in reading.things if t.path == "state/USA" for n in t.names}


@pytest.mark.parametrize(("voting", "vote"), [(VOTING, "3-1-0"), (UNVOTED, "without a vote"), ("<voting/>", "")])
def test_tells_by_which_vote_it_was_adopted(voting: str, vote: str) -> None:
    reading = read_text(resolution("fra", voting))
    assert reading.document.vote == vote
    assert any(relation in SIDES for _, relation, _ in facts(reading)) == (voting == VOTING)


def test_all_versions_make_one_clean_graph_and_agree() -> None:
    sources = [resolution(language) for language in HEADS]
    report = check(from_triples(build([read_text(source) for source in sources])), sources)
    assert report.findings == ()
    assert report.looked_up == report.passages
    assert {finding.outcome for finding in compare(sources, Options()) if finding.what != LINK} == {AGREE}


@cache
def _states() -> dict[str, str]:
    """The path of each State by its names, spelled without accents, spaces and signs."""
    rows = [(name.text, entity) for name, entity in load_authority().names("en") if entity.kind == "State"]
    return {_key(text): entity.path for text, entity in rows}


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    return regex.sub(r"[^\p{L}]|(?i:\bthe\b)", "", regex.sub(r"\p{M}", "", plain)).casefold()


def state(name: str) -> str:
    """The path of the State that a name of the United Nations' own data means, or the name itself."""
    alone = regex.split(r"\s*[(,]\s*ON BEHALF OF", name)[0]
    return _states().get(_key(alone), alone)


@cache
def corpus() -> list[tuple[dict[str, list[str]], Reading]]:
    """For each resolution of the corpus in each language what the United Nations know of it, and what was read."""
    root = Path(os.environ.get("PACTGRAPH_CORPUS", ""), "akn", "ga")
    known = dict[str, dict[str, list[str]]]()
    for file in root.glob("data_extract.*.json"):
        rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
        known |= {row["symbol"]: row for row in rows}
    readings = [read_text(read_document(file)) for file in sorted(root.glob("*.xml"))] if known else []
    return [(known[r.document.symbol], r) for r in readings if r.document.symbol in known]


def _held() -> Iterator[tuple[dict[str, list[str]], Reading]]:
    if not os.environ.get("PACTGRAPH_CORPUS"):
        pytest.skip("PACTGRAPH_CORPUS names no folder of documents")
    assert corpus()
    return iter(corpus())


def votes_of(row: dict[str, list[str]]) -> set[Fact]:
    """Who voted how, as the United Nations' own data have it."""
    return {(relation, state(name)) for relation, key in SIDES.items() for name in row[key]}


def sponsors_of(row: dict[str, list[str]]) -> set[Fact]:
    """The States among those that submitted the draft or joined them."""
    names = [*row["sponsors"], *row["additional_sponsors"]]
    return {("sponsored", state(name)) for name in names if not regex.match("SUBMITTED|INTRODUCED", name)}


def read_as(reading: Reading, relations: tuple[str, ...]) -> set[Fact]:
    """What States did to the resolution itself, as it was read."""
    made = f"resolution/{reading.document.symbol}"
    told = [fact for fact in facts(reading) if fact[2] == made]
    return {(relation, actor) for actor, relation, _ in told if relation in relations and actor.startswith("state/")}


def test_resolutions_have_the_votes_that_the_united_nations_know_of() -> None:
    """Precision and recall by State over all resolutions in all languages."""
    pairs = [(votes_of(row), read_as(reading, tuple(SIDES))) for row, reading in _held()]
    both = sum(len(known & read) for known, read in pairs)
    assert both >= ENOUGH * sum(len(known) for known, _ in pairs)
    assert both >= ENOUGH * sum(len(read) for _, read in pairs)


def test_resolutions_have_the_sponsors_that_the_united_nations_know_of() -> None:
    """Precision and recall by State over all resolutions in all languages."""
    pairs = [(sponsors_of(row), read_as(reading, ("sponsored",))) for row, reading in _held()]
    both = sum(len(known & read) for known, read in pairs)
    assert both >= ENOUGH * sum(len(known) for known, _ in pairs)
    assert both >= ENOUGH * sum(len(read) for _, read in pairs)


def test_resolutions_have_the_day_and_the_way_of_their_adoption() -> None:
    """All of them: the document's date, that of the adoption, and the count of the votes."""
    for row, reading in _held():
        day = datetime.strptime(str(row["adoption_date"]), "%d %B %Y").date().isoformat()  # noqa: DTZ007
        made = f"resolution/{reading.document.symbol}"
        assert (reading.document.date, facts(reading).get(("org/UNGA", "adopted", made))) == (day, day)
        counts = "-".join(str(len(row[key])) for key in SIDES.values())
        assert reading.document.vote == (counts if counts != "0-0-0" else "without a vote")


def test_resolutions_tell_the_same_in_each_language() -> None:
    """Votes, sponsors and adoption of each resolution, whatever the language of its text."""
    readings = sorted((reading for _, reading in _held()), key=lambda reading: reading.document.symbol)
    for symbol, versions in groupby(readings, key=lambda reading: reading.document.symbol):
        made = f"resolution/{symbol}"
        told = {frozenset(row for row in facts(version).items() if row[0][2] == made) for version in versions}
        assert len(told) == 1, symbol
