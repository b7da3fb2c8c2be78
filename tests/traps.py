"""Files that are made to break a reader: broken, locked, endless or far too large."""

import io
import zipfile
import zlib
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 3 0 R>>/XObject<</X 6 0 R>>>>>>"
WORDS = b"BT /F 12 Tf 72 700 Td (Norway signed the Arms Trade Treaty.) Tj ET\n"


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), more, data)


def pdf_of(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalog."""
    body, places = b"%PDF-1.7\n", []
    for number, data in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return b"%s%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (body, head, size, len(body))


def pages(count: int, contents: bytes = b"", forms: Sequence[bytes] = ()) -> bytes:
    """A PDF of pages that all show the same words."""
    first = 5 + len(forms)
    kids = b" ".join(b"%d 0 R" % (first + 1 + number) for number in range(count))
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    return pdf_of([CATALOG, tree, FONT, contents or stream(WORDS), b"null", *forms, *[PAGE] * count])


def looping_pages() -> bytes:
    """Two nodes of the tree of pages are below each other."""
    node = b"<</Type/Pages/Kids[%d 0 R 3 0 R]/Count 5/Parent 2 0 R>>"
    return pdf_of([CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 5>>", node % 2])


def swollen_page(megabytes: int = 200) -> bytes:
    """A page whose few compressed bytes draw the same words millions of times."""
    packer, unit = zlib.compressobj(), WORDS * (1_000_000 // len(WORDS))
    packed = b"".join(packer.compress(unit) for _ in range(megabytes)) + packer.flush()
    return pages(1, stream(packed, b"/Filter/FlateDecode"))


def nested_forms(depth: int = 14) -> bytes:
    """A page that draws a form that draws four that draw four each, and so on."""
    kind = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>/Font<</F 3 0 R>>>>"
    inner = [stream(b"/X Do " * 4, kind % (7 + number)) for number in range(depth)]
    return pages(1, stream(b"/X Do"), [*inner, stream(WORDS, kind % 0)])


def locked_pdf() -> bytes:
    data = io.BytesIO()
    canvas = Canvas(data, encrypt=StandardEncryption("secret"))
    canvas.drawString(72, 700, "Norway")
    canvas.save()
    return data.getvalue()


def scanned_pdf(texts: int = 0) -> bytes:
    """Pages of text, and two that are pictures."""
    data = io.BytesIO()
    canvas = Canvas(data)
    for _ in range(texts):
        canvas.drawString(72, 700, "Norway signed the Arms Trade Treaty.")
        canvas.showPage()
    for _ in range(2):
        canvas.drawImage(ImageReader(io.BytesIO(b"P5 8 8 255\n" + bytes(range(64)))), 0, 0, 500, 700)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return data.getvalue()


def zip_bomb() -> bytes:
    """A DOCX of a few hundred kilobytes whose text has 300 megabytes."""
    return archive({"word/document.xml": b"<w>" + b" " * 300_000_000 + b"</w>"})


def docx_with_entity() -> bytes:
    body = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'
    return archive({"word/document.xml": body})


def endless_entities() -> bytes:
    names = [b"a%d" % n for n in range(12)]
    declared = b"".join(b'<!ENTITY %s "%s">' % (n, b"&%s;" % before * 9) for before, n in pairwise(names))
    return (
        b'<?xml version="1.0"?><!DOCTYPE akomaNtoso [<!ENTITY a0 "x">' + declared + b"]><akomaNtoso>&a11;</akomaNtoso>"
    )


# What is in the file, and what is said of it.
TRAPS: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (bytes, "is empty"),
    "a PDF that is cut off": (lambda: pages(3)[:300], "PDF"),
    "a PDF of noise": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40, "PDF"),
    "a tree of pages with a loop": (looping_pages, "broken"),
    "a PDF of 10,000 pages": (partial(pages, 10_000), "10,000 pages"),
    "a page that swells": (swollen_page, "cannot be read within"),
    "forms in forms": (nested_forms, "cannot be read within"),
    "a locked PDF": (locked_pdf, "without a password"),
    "a scan": (partial(scanned_pdf, 1), "no text on page 2, 3"),
    "a PDF without text": (partial(pages, 2, stream(b"")), "holds no text"),
    "a zip bomb": (zip_bomb, "unpacks to more than"),
    "a broken archive": (lambda: b"PK\x03\x04word/document.xml", "broken archive"),
    "a DOCX with an outer entity": (docx_with_entity, "document type declaration"),
    "a DOCX without text": (lambda: archive({"word/document.xml": b"<d/>"}), "holds no text"),
    "entities in entities": (endless_entities, "document type declaration|broken XML"),
    "other XML": (lambda: b'<?xml version="1.0"?><feed/>', "is XML of another kind"),
    "an old Word file": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as DOCX"),
    "RTF": (lambda: rb"{\rtf1 Norway}", "save it as DOCX"),
    "another encoding": (lambda: "Norvège".encode("latin-1"), "is not UTF-8"),
    "a long text": (lambda: b"Norway signed. " * 14_000_000, "no larger file|up to 20,000,000"),
}
