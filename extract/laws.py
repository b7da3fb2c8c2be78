"""National laws and other titled instruments that no list has, recognized by form.

In: a text, its language, the memory and the mentions found so far. Out: mentions of laws, decrees, treaties, strategies. A law belongs to
the State named last before it in the sentence, else to the one that speaks; a title that no State claims is international.
"""

from dataclasses import replace

from extract.dates import iso
from extract.language import Form, Language
from extract.events import phrase_start
from extract.memory import Memory
from extract.mention import DATE, Mention
from extract.names import GENERIC, TRAP, strong_names
from extract.slug import slug

_SHORT_TITLE = 8


def find_laws(text: str, language: Language, memory: Memory, mentions: list[Mention]) -> list[Mention]:
    """Laws by number, with or without a title: `第36/2015号法律`, `第55号《…法》`."""
    found: list[Mention] = []
    for form in language.laws:
        for match in form.pattern.finditer(text):
            state = _state(match.start(), mentions, text, language, memory)
            if state and not any(m.start < match.end() and match.start() < m.end for m in found):
                found.append(_law(form, match.start(), match.end(), match.groupdict(), state, text, language))
    return found


def _law(
    form: Form, start: int, end: int, groups: dict[str, str | None], state: str, text: str, language: Language
) -> Mention:
    dated = {k: v for k, v in groups.items() if v and k in ("year", "month", "day")}
    date = iso(dated) if "year" in dated else ""
    number, title = groups.get("number") or "", groups.get("title") or ""
    year = "" if not number or _has_year(number) else date[:4]
    words = title if not number else ""
    path = f"law/{state}-{slug(number, year, words)}"
    name = text[start:end].removeprefix(groups.get("ago") or "")
    aliases = tuple(alias for alias in (title, text[start:end]) if alias not in ("", name))
    return Mention(start, end, form.kind, path, name, "form", date, (), aliases)


def _has_year(number: str) -> bool:
    return any(part.isdigit() and len(part) == len("2015") for part in number.replace("(", "/").replace(")", "").split("/"))


def title_mention(
    mention: Mention, before: list[Mention], text: str, language: Language, memory: Memory
) -> Mention | None:
    """What a title that is in no list means: a short name of this document, the thing named last, or a thing of its own."""
    words = mention.text
    entry = memory.short(words)
    if not entry and len(words) <= _SHORT_TITLE:
        entry = memory.last(("Treaty", "PoliticalInstrument", "Legislation"), words) or memory.derived(words)
    if entry:
        return replace(mention, kind=entry.kind, path=entry.path, text=text[mention.start : mention.end], how="short")
    state = "" if _names_another(words, language) else _state(mention.start, before, text, language, memory)
    for form in language.titles:
        if form.pattern.search(words):
            kind, path = _alternative(form, state, words)
            return Mention(mention.start, mention.end, kind, path, words, "title") if path else None
    return None


def _names_another(words: str, language: Language) -> bool:
    """Whether a title speaks of something international by name, so that no State alone can own it."""
    return any(entry.kind not in ("State", GENERIC, TRAP, "") for _, _, entry in strong_names(language.code).find(words))


def _alternative(form: Form, state: str, words: str) -> tuple[str, str]:
    """The first class and path of a form that can be filled: those with `{state}` need a State."""
    for kind, path in zip(form.kind.split("|"), form.path.split("|"), strict=True):
        if state or "{state}" not in path:
            return kind, path.format(state=state, slug=slug(words))
    return "", ""


def _state(at: int, mentions: list[Mention], text: str, language: Language, memory: Memory) -> str:
    """The ISO code of the State that a law at this place belongs to; "" when an organization speaks or nobody is named."""
    begin = max((m.end() for m in language.sentence.finditer(text, 0, at)), default=0)
    end = next((m.end() for m in language.sentence.finditer(text, at)), len(text))
    actors = [m for m in mentions if begin <= m.start < end and m.kind in ("State", "Organization")]
    before = [m.path for m in actors if m.start < at]
    states = [path for path in before if path.startswith("state/")]
    speaker = memory.speaker.path if memory.speaker else ""
    if states:
        path = states[-1]
    elif before and not speaker.startswith("state/"):
        path = before[-1]
    else:
        behind = next((m.path for m in actors if m.kind == "State"), "")
        path = speaker if speaker.startswith("state/") else behind
    return path.removeprefix("state/") if path.startswith("state/") else ""


def find_phrases(
    text: str, masked: str, language: Language, memory: Memory, mentions: list[Mention]
) -> list[Mention]:
    """Strategies and plans without title marks, where a verb or a name before them makes them one."""
    found: list[Mention] = []
    for form in language.phrases:
        for match in form.pattern.finditer(masked):
            start = phrase_start(masked, match.start(), language)
            words = text[start : match.end()]
            known = language.phrase_after.search(masked[:start]) and not language.phrase_generic.fullmatch(words)
            if known and not any(m.start < match.end() and start < m.end for m in mentions if m.kind != DATE):
                kind, path = _alternative(form, _state(start, mentions, text, language, memory), words)
                found.append(Mention(start, match.end(), kind, path, words, "form"))
    return found
