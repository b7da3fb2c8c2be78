"""Characters that remember where they came from.

In: runs of a source string. Out: a `Text` whose every character leads back to its offset in the original file, so that
line wraps, page furniture and spaces can go without losing the place. Offsets count Unicode characters from 0.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

import regex

# Full-width ASCII (U+FF01-FF5E) folds to ASCII, so that (2004) and （２００４） are one thing; the punctuation of clauses keeps
# its width, because in Chinese it is what tells a clause from a decimal point or a time of day.
_KEEP = "，：；！？"
_WIDTH = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFF01, 0xFF5F) if chr(code) not in _KEEP}
# Radicals that PDF fonts write in place of the character (Unicode Standard, Kangxi Radicals block).
_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_START = (0,)
_HYPHENS = dict.fromkeys([0x2010, 0x2011], "-")
_SPACES = dict.fromkeys([0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000, 0x09], " ")
# Arabic-Indic digits, of the Arab and of the Persian kind.
_DIGITS = {first + digit: str(digit) for first in (0x660, 0x6F0) for digit in range(10)}
_FOLD = _DIGITS | _WIDTH | _RADICALS | _HYPHENS | _SPACES
_FOLD_ROW = {code: to for code, to in _FOLD.items() if code != ord("\t")}

_ONE_LINE = {ord("\n"): " ", ord("\t"): " "}

_HAN = r"[\p{Han}\p{Block=CJK_Symbols_And_Punctuation}，：；！？“”‘’]"
# Marks of direction, soft hyphens and joiners are not seen (Unicode Standard, Default_Ignorable_Code_Point), nor is the Arabic kashida,
# which only makes a word longer, nor the dot that some fonts set apart from its i, with the space behind it.
_UNSEEN = regex.compile(r"[\u00AD\u0640\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+|(?<=i)\u0307 ?")
_LOOSE = regex.compile(rf" +(?={_HAN})|(?<={_HAN}) +")
_EITHER = regex.compile(f"{_LOOSE.pattern}|{_UNSEEN.pattern}")


@dataclass(frozen=True, slots=True)
class Text:
    """A string made of runs: run i starts at `starts[i]` of the string and at `origins[i]` of the source."""

    value: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """The source offset of the character at `offset`; of the end, when `offset` is the length."""
        if offset and offset == len(self.value):
            return self.origin(offset - 1) + 1
        run = bisect_right(self.starts, offset) - 1
        return self.origins[run] + offset - self.starts[run]

    def cut(self, start: int, end: int) -> "Text":
        """The part from `start` to `end`, with its own runs."""
        if len(self.starts) == 1:
            return Text(self.value[start:end], _START, (self.origins[0] + start,))
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, max(start, end - 1), lo=first) - 1
        if first == last:
            return Text(self.value[start:end], _START, (self.origins[first] + start - self.starts[first],))
        starts = (0, *[run - start for run in self.starts[first + 1 : last + 1]])
        origins = (self.origins[first] + start - self.starts[first], *self.origins[first + 1 : last + 1])
        return Text(self.value[start:end], starts, origins)

    def quote(self, source: str, start: int, end: int) -> str:
        """What the source has from `start` to `end`, without line wraps and whatever lies between the runs."""
        part = self.cut(start, end)
        first = part.origins[0] if part.origins else 0
        if part.origins and part.origins[-1] - part.starts[-1] == first:
            return source[first : first + len(part.value)].translate(_ONE_LINE).strip()
        bounds = [*part.starts[1:], len(part.value)]
        pieces, after = list[str](), first
        for begin, bound, origin in zip(part.starts, bounds, part.origins, strict=True):
            gap = source[after:origin]
            if "\n" not in gap and (gap.isspace() or (gap and _UNSEEN.fullmatch(source, after, origin))):
                pieces.append(gap)
            after = origin + bound - begin
            pieces.append(source[origin:after])
        return "".join(pieces).translate(_ONE_LINE).strip()


def join(parts: Iterable[Text]) -> Text:
    """One text of several, in order."""
    value, starts, origins, length = list[str](), list[int](), list[int](), 0
    for part in parts:
        if part.value:
            value.append(part.value)
            starts += [length + start for start in part.starts]
            origins += part.origins
            length += len(part.value)
    return Text("".join(value), tuple(starts), tuple(origins))


def span(source: str, start: int, end: int) -> Text:
    """The source from `start` to `end` as a text of one run."""
    return Text(source[start:end], (0,), (start,))


def fold(text: Text, *, row: bool = False) -> Text:
    """Fold widths, odd spaces and radicals, one character for one, and drop spaces beside Chinese characters and unseen signs.

    In a row, tabs stay: they part its cells.
    """
    value = text.value.translate(_FOLD_ROW if row else _FOLD)
    folded = Text(value, text.starts, text.origins)
    kept, at = list[Text](), 0
    for loose in (_EITHER if _UNSEEN.search(value) else _LOOSE).finditer(value):
        kept.append(folded.cut(at, loose.start()))
        at = loose.end()
    return join([*kept, folded.cut(at, len(value))]) if kept else folded
