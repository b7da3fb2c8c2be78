"""Rules as data become patterns.

In: the rules of a language, in a notation that a reader of the language can check:

    [签署|签订] 了? … <object Treaty>

`[a|b]` are the cue words; `…` is a gap within the clause, `..` a short one; `<role Class Class>` is a
mention, or a list of them, of these classes (`Actor` includes State and Organization); `?` after a slot makes it optional; all
else stands for itself and may be a regular expression. Out: compiled `Rule`s over encoded sentences (`encode.py`).
"""

from dataclasses import dataclass
from functools import cache

import ahocorasick_rs
import regex

from extract.languages.forms import RuleText
from extract.languages.language import Language
from extract.languages.load import load_language
from extract.measured import confidence
from extract.mentions.mention import DATE
from extract.statements.encode import marks_of
from ontology.errors import DataError
from ontology.schema import load_schema

_SLOT = regex.compile(r"<(?P<role>\w+)(?P<kinds>(?: \w+)+)>(?P<optional>\??)")
_TOKEN = regex.compile(r"\[(?:<[^>]+>|[^\]<]+)\]|…|\.\.(?=\s|$)|<\w+(?: \w+)+>\??|[^\s<\[]+|\S")
_STATE = regex.compile(r"(?P<subject>\w+)(?::(?P<kind>\w+))? (?P<relation>\w+) (?P<object>\w+)")
_CLASS = regex.compile(r"\[(\p{Co}+)\]")
_SLOTS = ("subject", "object", "partner")
ROLES = (*_SLOTS, "owner", "organ", "adopter", "maker", "body", "author", "mandate", "draft", "occasion")


@dataclass(frozen=True, slots=True)
class States:
    """What a rule states of the things in its roles; `kind` is the class that the subject must have, or ""."""

    subject: str
    kind: str
    relation: str
    object: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled rule over encoded sentences.

    `cue` finds its first cue words; `needs` are the classes, as characters, of which a sentence must name one each.
    """

    name: str
    needs: tuple[frozenset[str], ...]
    cue: regex.Pattern[str]
    expression: str
    states: tuple[States, ...]
    confidence: float
    dated: bool
    status: str
    ignores: tuple[str, ...]

    @property
    def pattern(self) -> regex.Pattern[str]:
        """What the rule looks for, compiled when a sentence first needs it: few documents need all rules."""
        return _pattern(self.name, self.expression)

    def fits(self, named: set[str]) -> bool:
        """Whether a sentence with these characters names what the rule needs."""
        return not any(map(named.isdisjoint, self.needs))


class RuleBook:
    """The rules of a language, in the order of its file, and which of them a sentence has a cue of.

    Where two words of one cue begin at one place, the one that the rule names first counts.
    """

    def __init__(self, rules: tuple[Rule, ...], edge: str) -> None:
        self.rules, self._edge = rules, regex.compile(edge)
        words = [(word, number) for number, rule in enumerate(rules) for word in _cue_words(rule.cue.pattern)]
        self._numbers = [number for _, number in words]
        self._around = {number for number, rule in enumerate(rules) if rule.cue.pattern.startswith("(")}
        self._cues = ahocorasick_rs.AhoCorasick([word for word, _ in words])

    def cued(self, text: str) -> list[tuple[Rule, list[tuple[int, str]]]]:
        """The rules with a cue in the text, in their order, each with the places and words that its cue finds there."""
        matches = self._cues.find_matches_as_indexes(text, overlapping=True)
        found: dict[int, list[tuple[int, str]]] = {}
        number, free = -1, 0
        for new, start, _, end in sorted([(self._numbers[i], start, i, end) for i, start, end in matches]):
            if new != number:
                number, free = new, 0
                found[number] = []
            if start >= free and self._edge.match(text, start) and self._edge.match(text, end):
                found[number].append((start, text[start:end]))
                free = end
        # The places of a cue that is a mention depend on what stands around it.
        for number in self._around & found.keys():
            found[number] = [(match.start(), match.group()) for match in self.rules[number].cue.finditer(text)]
        return [(self.rules[number], places) for number, places in found.items()]


def _both_apostrophes(cue: str) -> str:
    """The words of a cue, and those with an apostrophe also as typewriters have it."""
    typed = [word.replace("’", "'") for word in cue.split("|") if "’" in word]
    return "|".join([cue, *typed])


def _cue_words(cue: str) -> list[str]:
    """Every word that a cue stands for: alternatives, optional letters, or the classes of a mention that is the cue."""
    if cue.startswith("("):
        return [mark for marks in _CLASS.findall(cue) for mark in marks]
    words = cue.split("|")
    return [w for word in words for w in dict.fromkeys((word.replace("?", ""), regex.sub(r".\?", "", word)))]


@cache
def load_rules(code: str) -> RuleBook:
    """The compiled rules of a language. Raises DataError that names the rule at fault."""
    language = load_language(code)
    return RuleBook(tuple(_compile(text, language) for text in language.rules), language.writing.edge)


@cache
def _pattern(name: str, expression: str) -> regex.Pattern[str]:
    try:
        return regex.compile(expression)
    except regex.error as error:
        raise DataError(f"rule {name}: {error}: {expression}") from error


def _compile(text: RuleText, language: Language) -> Rule:
    parts = _Parts(language)
    try:
        expression = parts.whole(text.pattern)
        cue = regex.compile(parts.cues[0])
    except (regex.error, KeyError, IndexError) as error:
        raise DataError(f"rule {text.name}: {error}: {text.pattern}") from error
    states = tuple(_states(line, text.name) for line in text.states)
    sure = confidence(language.code, text.name, text.confidence)
    return Rule(text.name, tuple(parts.needs), cue, expression, states, sure, text.dated, text.status, text.ignores)


class _Parts:
    """Turns the tokens of one rule into parts of a regular expression, and keeps its cues."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.cues: list[str] = []
        self.needs: list[frozenset[str]] = []
        self._depth = 0

    def whole(self, pattern: str) -> str:
        """All parts of a pattern; where it has a space the text has what stands between words."""
        pieces, end = list[str](), 0
        for token in _TOKEN.finditer(pattern):
            pieces += [self._language.writing.space] * (end < token.start()) + [self.part(token.group())]
            end = token.end()
        return "".join(pieces)

    def part(self, token: str) -> str:
        """The part for one token. Raises KeyError for a role or class that does not exist."""
        if ".." in token and token != "..":
            raise KeyError(f"{token}: .. stands alone between spaces")
        if token in ("…", ".."):
            most = self._language.writing.long if token == "…" else self._language.writing.short
            return rf"(?:(?!{self._language.writing.gap_stop.pattern}|{self._language.writing.clause.pattern}).){{0,{most}}}?"
        if slot := _SLOT.fullmatch(token):
            return self._slot(slot["role"], slot["kinds"].split(), slot["optional"])
        if token.startswith("[") and len(token) > 1:
            if "\\" in token:
                raise KeyError(f"{token}: [brackets] hold cue words; write a character class as a macro")
            self.cues.append(self.part(token[1:-1]) if token.startswith("[<") else _both_apostrophes(token[1:-1]))
            edge = "" if token.startswith("[<") else self._language.writing.edge
            return f"{edge}(?P<cue{'' if len(self.cues) == 1 else len(self.cues)}>{self.cues[-1]}){edge}"
        bare = token.replace("\\(", "").replace("\\)", "")
        self._depth += bare.count("(") - bare.count(")")
        return token

    def _slot(self, role: str, kinds: list[str], optional: str) -> str:
        marks = "".join(marks_of(kind) for kind in kinds)
        if role not in _SLOTS or not marks:
            raise KeyError(f"<{role} {' '.join(kinds)}>")
        item = f"[{marks}]"
        if not optional and not self._depth:
            self.needs.append(frozenset(marks))
        dated = rf"{item}(?:{self._language.writing.space}\([{marks_of(DATE)}]\))?"
        head = rf"(?<!{item}(?:{self._language.writing.separator}))"
        return f"{head}(?P<{role}>{dated}(?:(?:{self._language.writing.separator}){dated})*){optional}"


def _states(line: str, rule: str) -> States:
    match = _STATE.fullmatch(line)
    if not match or not {match["subject"], match["object"]} <= set(ROLES):
        raise DataError(f"rule {rule}: states {line!r}; a fact is written: subject relation object")
    if match["relation"] not in load_schema().relations:
        raise DataError(f"rule {rule}: the ontology has no relation {match['relation']!r}")
    return States(match["subject"], match["kind"] or "", match["relation"], match["object"])
