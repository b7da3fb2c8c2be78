"""A small typesetter for the tests: a report as PDF, as a printer would set it.

Nothing but the positions on the page says what belongs together: lines are justified word by word, Arabic letters are joined and stand
from right to left as their presentation forms, footnotes stand below a rule, every page has a running head and a foot.
"""

import io
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import regex
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 72.0, WIDTH - 72, HEIGHT - 90, 90.0
SIZE, SMALL = 11.0, 8.5
HAN = regex.compile(r"[\p{Han}，。《》、；：（）]|[^\p{Han}，。《》、；：（）\s]+|\s+")
# What must not begin a line of Chinese.
CLOSING = "，。》、；：）"


@cache
def font(code: str) -> str:
    """The name of a font with the letters of a language; Chinese readers bring their own, the others come with matplotlib."""
    if code == "zh":
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        return "STSong-Light"
    path = files("matplotlib").joinpath("mpl-data", "fonts", "ttf", "DejaVuSans.ttf")
    pdfmetrics.registerFont(TTFont("DejaVu", str(path)))
    return "DejaVu"


@cache
def joined_forms() -> dict[tuple[str, str], str]:
    """The presentation forms of Arabic letters by letter and place (Unicode, Arabic Presentation Forms-B)."""
    forms = {}
    for code in range(0xFE80, 0xFEF5):
        place, _, letter = unicodedata.decomposition(chr(code)).partition("> ")
        forms[chr(int(letter, 16)), place.strip("<")] = chr(code)
    return forms


def shown(text: str, code: str) -> str:
    """A line as it is drawn from left to right."""
    if code != "ar":
        return text
    forms, letters = joined_forms(), []
    for at, letter in enumerate(text):
        before = at > 0 and (text[at - 1], "initial") in forms and (letter, "final") in forms
        after = (letter, "initial") in forms and text[at + 1 : at + 2] and (text[at + 1], "final") in forms
        place = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get((before, bool(after)))
        letters.append(forms.get((letter, place or "isolated"), letter))
    mirrored = "".join(letters[::-1]).translate(str.maketrans("()[]", ")(]["))
    return regex.sub(r"[0-9A-Z]+(?:[./:-][0-9A-Z]+)*", lambda m: m[0][::-1], mirrored)


class Typesetter:
    """Sets one document, page after page; `columns` of text on each page, rules around cells when `ruled`."""

    def __init__(self, code: str, symbol: str, columns: int = 1, *, ruled: bool = False) -> None:
        self.data = io.BytesIO()
        self.canvas = Canvas(self.data, A4, invariant=True)
        self.code, self.symbol, self.ruled = code, symbol, ruled
        self.columns, self.column, self.page = columns, 0, 0
        self.notes: list[str] = []
        self.begin()

    @property
    def left(self) -> float:
        place = self.columns - 1 - self.column if self.code == "ar" else self.column
        return LEFT + place * (self.width + 24)

    @property
    def width(self) -> float:
        return (RIGHT - LEFT - 24 * (self.columns - 1)) / self.columns

    def begin(self) -> None:
        self.page, self.column, self.y = self.page + 1, 0, TOP
        self.draw(LEFT, HEIGHT - 50, self.symbol, 10)
        self.canvas.line(LEFT, HEIGHT - 56, RIGHT, HEIGHT - 56)
        self.draw(LEFT, 40, "99-10827", 8)
        self.draw(RIGHT - 20, 40, f"{self.page}/6", 8)

    def end(self) -> None:
        """Put the notes at the foot of the page and turn it."""
        lines = [line for note in self.notes for line in self.wrapped(note, RIGHT - LEFT, SMALL)]
        y = BOTTOM - 20 + 11 * len(lines)
        if lines:
            self.canvas.line(LEFT, y + 4, LEFT + 90, y + 4)
        for number, line in enumerate(lines):
            self.line((LEFT, y - 8 - 11 * number, RIGHT - LEFT), line, SMALL, last=True)
        self.notes = []
        self.canvas.showPage()

    def turn(self) -> None:
        if self.column + 1 < self.columns:
            self.column, self.y = self.column + 1, TOP
        else:
            self.end()
            self.begin()

    def room(self, height: float) -> None:
        held = sum(len(list(self.wrapped(note, RIGHT - LEFT, SMALL))) for note in self.notes)
        if self.y - height < BOTTOM + 11 * held:
            self.turn()

    def wrapped(self, text: str, width: float, size: float, indent: float = 0) -> Iterator[str]:
        """The lines of a text."""
        line, room = "", width - indent
        for word in HAN.findall(text) if self.code == "zh" else regex.findall(r"\S+\s*", text):
            if line and self.measure((line + word).rstrip(), size) > room and word not in CLOSING:
                yield line.rstrip()
                line, room = "", width
            line += word
        yield line.rstrip()

    def measure(self, text: str, size: float) -> float:
        return float(pdfmetrics.stringWidth(shown(text, self.code), font(self.code), size))

    def draw(self, x: float, y: float, text: str, size: float) -> None:
        self.canvas.setFont(font(self.code), size)
        self.canvas.drawString(x, y, shown(text, self.code))

    def line(self, place: tuple[float, float, float], text: str, size: float, *, last: bool) -> None:
        """Draw one line at x and y, stretched to its width unless it is the last; Arabic from the right."""
        x, y, width = place
        words = [text] if last or self.code == "zh" else text.split()
        gap = (width - sum(self.measure(word, size) for word in words)) / max(1, len(words) - 1)
        for word in words:
            length = self.measure(word, size)
            self.draw(x + width - length if self.code == "ar" else x, y, word, size)
            width, x = width - length - gap, x if self.code == "ar" else x + length + gap

    def paragraph(self, text: str, note: str = "", size: float = SIZE, indent: float = 20) -> None:
        """Set a paragraph; its note goes to the foot of the page, its number stands behind the text, small and high."""
        if note:
            self.notes.append(note)
        lines = list(self.wrapped(text, self.width, size, indent))
        for number, line in enumerate(lines):
            self.room(size * 1.5)
            self.y -= size * 1.5
            inset, last = (indent if number == 0 else 0), number == len(lines) - 1
            x = self.left + (inset if self.code != "ar" else 0)
            self.line((x, self.y, self.width - inset), line, size, last=last)
            if last and note:
                length = self.measure(line, size)
                at = self.left + self.width - inset - length - 6 if self.code == "ar" else x + length
                self.draw(at, self.y + 4, note.partition(" ")[0], 6)
        self.y -= size * 0.7

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """Set a table; a row that does not fit goes on overleaf, below the header again."""
        self.row(rows[0], widths)
        for row in rows[1:]:
            cells = [list(self.wrapped(cell, width - 8, 10)) for cell, width in zip(row, widths, strict=True)]
            while any(cells):
                fits = int((self.y - BOTTOM) // 13)
                if fits < 1:
                    self.turn()
                    self.row(rows[0], widths)
                    continue
                self.cells([cell[:fits] for cell in cells], widths)
                cells = [cell[fits:] for cell in cells]

    def row(self, row: Sequence[str], widths: Sequence[float]) -> None:
        self.cells([list(self.wrapped(cell, width - 8, 10)) for cell, width in zip(row, widths, strict=True)], widths)

    def cells(self, cells: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        height = 13 * max(map(len, cells))
        x = self.left if self.code != "ar" else self.left + self.width
        for lines, width in zip(cells, widths, strict=True):
            x -= width if self.code == "ar" else 0
            for number, line in enumerate(lines):
                self.line((x + 4, self.y - 11 - 13 * number, width - 8), line, 10, last=True)
            if self.ruled:
                self.canvas.rect(x, self.y - height - 4, width, height + 4)
            x += width if self.code != "ar" else 0
        self.y -= height + 4

    def finish(self) -> bytes:
        self.end()
        self.canvas.save()
        return self.data.getvalue()
