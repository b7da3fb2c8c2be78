"""Whether the names of the lists are spelled as matching needs them, and each strong name has one meaning.

In: the blocks of all lists. Out: problems. Beyond SKOS (W3C, 2009, integrity conditions S13 and S14) a name is in the script of its
language, in Unicode normal form C, and in the widths to which readers fold texts.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping

import regex

from ontology.blocks import LANGUAGES, SCRIPTS, Block, Lists, Problem
from ontology.iris import term

_STRONG = ("skos:prefLabel", "skos:altLabel", "pact:formalName", "pact:formerName")
_NAMES = (*_STRONG, "pact:weakName", "pact:adjective")
# Full-width forms of ASCII other than the punctuation of clauses, which readers of Chinese keep.
_FULL_WIDTH = regex.compile("[\uff02-\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5e]")
# The letters of a language: those of its script, Latin ones (acronyms), and those that belong to no script.
_SCRIPT: Mapping[str, regex.Pattern[str]] = {
    code: regex.compile(rf"[\p{{{script}}}\p{{Latin}}\p{{Common}}\p{{Inherited}}]") for code, script in SCRIPTS.items()
}
_MIXED = regex.compile(r"\p{Latin}\p{M}*\p{Cyrillic}|\p{Cyrillic}\p{M}*\p{Latin}")
_LATIN = regex.compile(r"[\p{Latin}\p{Common}]+")


def _labelled(lists: Lists) -> Iterator[Problem]:
    for block in lists.blocks:
        for predicate in ("skos:prefLabel", "pact:formalName"):
            languages = [language for _, language in block.names(predicate)]
            doubled = sorted({language for language in languages if languages.count(language) > 1})
            if doubled:
                yield block.problem(
                    f"has two of {predicate} in {', '.join(doubled)}", "keep one, move the other to skos:altLabel"
                )
            wanted = LANGUAGES if "State" in block.kinds() else ("en",) if predicate == "skos:prefLabel" else ()
            missing = [language for language in wanted if language not in languages]
            if missing:
                yield block.problem(f"has no {predicate} in {', '.join(missing)}", "add it from UNTERM")


def _spelled(lists: Lists) -> Iterator[Problem]:
    for block in lists.blocks:
        for name, language in block.names(*_NAMES):
            what = _misspelling(name, language)
            if what:
                yield block.problem(f'name "{name}"@{language} {what[0]}', what[1])


def _misspelling(name: str, language: str) -> tuple[str, str] | None:
    if language not in LANGUAGES:
        return "has no language of the six", f"tag it with one of {', '.join(LANGUAGES)}"
    if name != " ".join(name.split()) or not name:
        return "has a space too many or nothing in it", "keep single spaces inside it only"
    if not unicodedata.is_normalized("NFC", name):
        return "is not in Unicode normal form C", "write accents as one character with their letter"
    if _FULL_WIDTH.search(name):
        return "has full-width characters", "write brackets, digits and letters half-width, as readers fold texts"
    return _wrong_script(name, language)


def _wrong_script(name: str, language: str) -> tuple[str, str] | None:
    foreign = sorted({c for c in name if c.isalpha() and not _SCRIPT[language].match(c)})
    if foreign:
        return f"has letters of another script ({' '.join(foreign)})", "write it in the script of its language"
    if _MIXED.search(name):
        return "has a word in two scripts", "replace the letters that only look like those of the other one"
    if SCRIPTS[language] != "Latin" and name != name.upper() and _LATIN.fullmatch(name):
        return "is in Latin letters", "give the name that the language uses; only acronyms and signs may stay Latin"
    return None


def _one_meaning(lists: Lists) -> Iterator[Problem]:
    first: dict[tuple[str, str], Block] = {}
    for block in lists.blocks:
        weak = block.names("pact:weakName")  # a label that is weak as well is weak
        for name, language in dict.fromkeys(n for n in block.names(*_STRONG) if n not in weak):
            other = first.setdefault((name, language), block)
            if other.path != block.path:
                mend = "make it a pact:weakName of both, or of the one that it means less often"
                yield block.problem(
                    f'strong name "{name}"@{language} is also one of {other.path} in {other.file}', mend
                )


def _one_adjective(lists: Lists) -> Iterator[Problem]:
    first: dict[tuple[str, str], Block] = {}
    for block in lists.blocks:
        for name, language in dict.fromkeys(block.names("pact:adjective")):
            other = first.setdefault((name, language), block)
            if other is not block:
                what = f'adjective "{name}"@{language} is also one of {other.path}'
                yield block.problem(what, "leave it to the State that texts mean by it more often")


def _strong_or_weak(lists: Lists) -> Iterator[Problem]:
    for block in lists.blocks:
        preferred = set(block.names("skos:prefLabel"))
        for name, language in block.names("pact:weakName"):
            if (name, language) in block.names(*_STRONG[1:]):
                yield block.problem(f'name "{name}"@{language} is strong and weak', "keep one of the two")
        for name, language in block.names("skos:altLabel", "pact:formerName"):
            if (name, language) in preferred:
                yield block.problem(f'name "{name}"@{language} is preferred and alternative', "drop the alternative")


def _noted(lists: Lists) -> Iterator[Problem]:
    for block in lists.blocks:
        years = any(c.isdigit() for note, _ in block.names("skos:historyNote") for c in note)
        if block.facts.get(term("pact:formerName")) and not years:
            yield block.problem("has a former name without years", "add a skos:historyNote that says which years")


NAMES: tuple[Callable[[Lists], Iterator[Problem]], ...] = (
    _labelled,
    _spelled,
    _one_meaning,
    _one_adjective,
    _strong_or_weak,
    _noted,
)
