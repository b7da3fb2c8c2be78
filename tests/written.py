"""The reports of `reports.py` as files of every format that is read."""

import io
import textwrap
from functools import cache
from html import escape

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reports import Report, report
from typeset import Typesetter

WIDTHS = (90, 190, 100, 70)
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


@cache
def written(code: str, form: str) -> bytes:
    """A report in a language, as a file of a format."""
    content = report(code)
    forms = {
        "pdf": to_pdf,
        "ruled": to_ruled_pdf,
        "columns": to_pdf_in_columns,
        "docx": to_docx,
        "html": to_html,
        "txt": to_text,
    }
    return forms[form](content)


def to_pdf(content: Report, columns: int = 1, *, ruled: bool = False) -> bytes:
    """Six pages or so: paragraphs in one column or two, footnotes, and the table on pages of its own."""
    setter = Typesetter(content.code, content.symbol, columns, ruled=ruled)
    setter.paragraph(content.title, size=15, indent=0)
    for number, text in enumerate(content.paragraphs):
        setter.paragraph(text, content.notes.get(number, ""))
    setter.end()
    setter.columns = 1
    setter.begin()
    setter.table(content.rows, WIDTHS)
    return setter.finish()


def to_ruled_pdf(content: Report) -> bytes:
    """With rules around the cells of the table."""
    return to_pdf(content, ruled=True)


def to_pdf_in_columns(content: Report) -> bytes:
    """With two columns of text on a page."""
    return to_pdf(content, 2)


def to_docx(content: Report) -> bytes:
    """With a running head and footnotes."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = content.symbol
    document.sections[0].footer.paragraphs[0].text = "99-10827"
    document.add_heading(content.title)
    for number, text in enumerate(content.paragraphs):
        run = document.add_paragraph(text).add_run()
        if number in content.notes:
            run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{number}"/>'))  # noqa: SLF001
    table = document.add_table(0, len(WIDTHS))
    for row in content.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{escape(note)}</w:t></w:r></w:p></w:footnote>'
        for number, note in content.notes.items()
    )
    blob = f"<w:footnotes {nsdecls('w')}>{notes}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), NOTES, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def to_html(content: Report) -> bytes:
    """With navigation around the text, and the notes below it."""
    paragraphs = "\n".join(
        f'<p id="p{number}">{escape(text)}'
        + (
            f'<sup><a href="#n{number}">{content.notes[number].partition(" ")[0]}</a></sup>'
            if number in content.notes
            else ""
        )
        for number, text in enumerate(content.paragraphs, 0)
    )
    rows = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in content.rows)
    notes = "".join(f'<p id="n{number}">{escape(note)}</p>' for number, note in content.notes.items())
    return (
        f'<!DOCTYPE html>\n<html lang="{content.code}"><head><meta charset="utf-8"><title>x</title></head><body>\n'
        f"<nav>Peru signed the Arms Trade Treaty.</nav><h1>{escape(content.title)}</h1>\n{paragraphs}\n<table>{rows}</table>"
        f'<section role="doc-endnotes">{notes}</section><script>var x = "<p>";</script></body></html>\n'
    ).encode()


def to_text(content: Report) -> bytes:
    """Typed: an empty line between paragraphs, tabs between cells, the symbol alone on a line of every page."""
    width = 45 if content.code == "zh" else 90
    wrapped = ["\n".join(textwrap.wrap(text, width, break_on_hyphens=False)) for text in content.paragraphs]
    rows = "\n".join("\t".join(row) for row in content.rows)
    pages = ["\n\n".join(wrapped[at : at + 10]) for at in range(0, 30, 10)]
    body = f"\n\n{content.symbol}\n\n".join([f"{content.title}\n\n{pages[0]}", *pages[1:], rows])
    return f"{content.symbol}\n\n{body}\n".encode()
