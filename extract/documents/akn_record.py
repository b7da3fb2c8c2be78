"""The record of how a resolution came about, which its XML keeps apart from its text.

In: the root of a resolution in AKN4UN. Out: paragraphs for the sponsors of its draft, for those who joined them and for each voter of a
recorded vote, so that the record is read and quoted as text is; and the result of the vote. Every version of a resolution has the
record in English: names as the file has them, behind its own words for what they did (Akoma Ntoso 3.0, workflow, voting, TLCTerm).
"""

from collections.abc import Iterator

from lxml import etree

from extract.documents.assemble import Paragraph, clean
from extract.documents.xml import local
from extract.text.source import Place

NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
_LANGUAGE = "en"
_NO_DATE = "0001-01-01"  # stands for an unknown date, in dates and in IRIs
_STEPS = ("draftResolution", "draftResolutionAdditionalSponsors")
_ADOPTION = (
    "FRBRWork/a:FRBRdate[@name='adoption']",
    "docDate[@refersTo='#adoptionDate']",
    "workflow/a:step[@outcome='adopted']",
)
_SIDES = ("inFavour", "against", "abstaining")
_WITHOUT_VOTE, _WITHOUT = "adoptedWithoutVote", "without a vote"


def value(root: etree._Element, path: str, attribute: str) -> str:
    """The attribute of the first element of that path, "" where it is unknown."""
    found = root.find(f".//a:{path}", NS)
    given = "" if found is None else found.get(attribute, "").strip()
    return "" if _NO_DATE in given else given


def adopted_on(root: etree._Element) -> str:
    """When the work was adopted: by its identification, by its text, else by its record, where some steps have another day."""
    given = (value(root, path, "date") for path in _ADOPTION)
    return next(filter(None, given), "")


def record(root: etree._Element) -> Iterator[Paragraph]:
    """Who sponsored the draft; and for each voter the day, the side and the name."""
    for step in root.iterfind(".//a:workflow/a:step", NS):
        sponsors = clean(step.get("by", ""))
        if step.get("outcome") in _STEPS and sponsors:
            yield _paragraph(f"{step.get('outcome')}: {sponsors}", "")
    day = adopted_on(root)
    for count in _counts(root):
        side = count.get("refersTo", "").removeprefix("#")
        said = value(root, f"TLCTerm[@eId='{side}']", "showAs")
        voters = (clean(e.text or "") for e in count.iter() if local(e) == "organization")
        yield from (_paragraph(f"{day} {said}: {voter}".strip(), side) for voter in voters)


def _paragraph(text: str, anchor: str) -> Paragraph:
    return Paragraph(text, (Place(0, anchor=anchor, language=_LANGUAGE),))


def result(root: etree._Element) -> str:
    """How many voted for it, against it and abstained: `174-2-1`; or that it was adopted without a vote; "" if that is unknown."""
    counts = {count.get("refersTo", "").removeprefix("#"): count.get("value", "") for count in _counts(root)}
    if counts and all(number.isdigit() for number in counts.values()):
        return "-".join(str(int(counts.get(side, "0"))) for side in _SIDES)
    return _WITHOUT if value(root, "voting", "outcome") == _WITHOUT_VOTE else ""


def _counts(root: etree._Element) -> Iterator[etree._Element]:
    """The sides of the vote, as the file calls them."""
    counts = root.iterfind(".//a:voting/a:count", NS)
    return (count for count in counts if count.get("refersTo", "").removeprefix("#") in _SIDES)
