"""A language as data: the shape that every file of `languages/` has.

One dataclass a table of the file; `load.py` makes them. What stands in lists is in `forms.py`.
"""

from dataclasses import dataclass

from extract.languages.forms import Anaphor, Form, Modality, Pattern, RuleText


@dataclass(frozen=True, slots=True)
class Writing:
    """How the language is written: its script, common words, and what ends sentences and clauses.

    `space` is what stands between the words of a rule, `edge` on both sides of its cue words; `long` and `short` are the gaps of
    rules, in characters; `letters` are what it writes for A, B, C … behind the number of a resolution.
    """

    script: str
    words: tuple[str, ...]
    separator: str
    space: str
    edge: str
    long: int
    short: int
    sentence: Pattern
    clause: Pattern
    comma: str
    months: tuple[str, ...]
    letters: tuple[str, ...]
    date_follows: bool
    gap_stop: Pattern


@dataclass(frozen=True, slots=True)
class Matching:
    """How names of the lists are found in whatever form a text has them; see `folding.py`.

    `by` is "letters" or "words"; with `case` capitals and small letters are alike. A row of `alike` is a letter and those that stand
    for it. `opening` is the article before a formal name; `drop` are signs that no name depends on, `quotes` marks that none has.
    Of words, `ending` is what cases and numbers change, `irregular` rows are a form and the form it counts as, `declension` rows are
    an ending and its cases; `particles` and `article` stand before a word without a space.
    """

    by: str
    case: bool
    alike: tuple[str, ...]
    opening: Pattern
    drop: Pattern
    quotes: str
    ending: Pattern
    irregular: tuple[str, ...]
    declension: tuple[str, ...]
    particles: Pattern
    article: str


@dataclass(frozen=True, slots=True)
class Sections:
    """What marks replies, chapters, introductory clauses, titles, dates of issue, and reports on one year."""

    original: Pattern
    chapter: Pattern
    governs: Pattern
    heading_note: Pattern
    title_line: Pattern
    issued: Pattern
    reviews: Pattern
    reply: Pattern


@dataclass(frozen=True, slots=True)
class Naming:
    """How things are named: marks of titles and quotations, short names, members, what is no name at all.

    `numbered` are the words for resolutions and decisions, and what ends a clause: behind them another list of numbers begins;
    `about` comes before a body that a resolution is about.
    """

    quotes: tuple[str, ...]
    quoted: Pattern
    organ_link: Pattern
    organ_after: Pattern
    list_link: Pattern
    numbered: Pattern
    about: Pattern
    short_name: Pattern
    compound: Pattern
    longer: Pattern
    members_link: Pattern
    members_of: Pattern
    members: Pattern
    prefix: Pattern
    since: Pattern
    adjective_of: Pattern
    traps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Money:
    """How sums of money are written: the signs of decimals, words for scales, and names of currencies.

    A row of `scales` is the beginning of a word and what it multiplies by, one of `currencies` the beginning of a name and its ISO
    4217 code; the first row that fits counts.
    """

    decimal: str
    scales: tuple[str, ...]
    currencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Where a noun phrase that is an event or a plan begins, when it does not tell which one is meant, and when it repeats one."""

    stop: Pattern
    skip: Pattern
    generic: Pattern
    listed: Pattern
    many: Pattern
    again: Pattern
    meets: Pattern
    held: Pattern
    occasion: Pattern
    plan_after: Pattern
    plan_generic: Pattern


@dataclass(frozen=True, slots=True)
class Wording:
    """How names tell the same in every language, besides the labels of concepts; see `wording.py`.

    `filler` are words that add nothing to a name, `counted` is a `number` in figures or words; a row of `ordinals` is the beginning
    of a word and its value, which are added: thirty, sixth.
    """

    filler: tuple[str, ...]
    counted: Pattern
    ordinals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """The column names of tables of events, and what their rows and titles say."""

    date: tuple[str, ...]
    event: tuple[str, ...]
    organizer: tuple[str, ...]
    place: tuple[str, ...]
    date_open: Pattern
    visit: Pattern
    attended: Pattern
    guest: Pattern


@dataclass(frozen=True, slots=True)
class Roles:
    """What tells the subject of a clause from the other actors in it.

    A clause that begins with a performative (welcomes, recalls, requests) is the author's: those in it are spoken of.
    `behind` is what may stand between a verb and a subject that follows it, which counts before any other where the language puts
    its verbs first; a `holder` acts for the actor behind it (the government of …) whatever the case of that name.
    A clause that begins with `manner` tells how the main clause is done, and is planned where that is.
    """

    generic: tuple[str, ...]
    quantified: Pattern
    quantifier: Pattern
    unnamed: Pattern
    examples: Pattern
    verb_first: bool
    behind: Pattern
    holder: Pattern
    oblique: Pattern
    inner: Pattern
    attribute: Pattern
    body: Pattern
    lead: Pattern
    subordinate: Pattern
    opener: Pattern
    performative: Pattern
    manner: Pattern


@dataclass(frozen=True, slots=True)
class Drafts:
    """What is said of draft resolutions, in sentences as rules see them.

    A document is a draft whose `head` says so. Of a vote, `part` tells that it is on no more than a part of a draft, on a motion or on an
    amendment without a symbol, `amendment` that it is on an amendment, `whole` that it is on the draft again. The group
    `draft` of `changed` is the draft that an amendment is to change.
    """

    head: Pattern
    part: Pattern
    amendment: Pattern
    changed: Pattern
    whole: Pattern


@dataclass(frozen=True, slots=True)
class Language:
    """All that the reader knows of one language: its codes of two letters (ISO 639-1) and three (ISO 639-3), and its parts."""

    code: str
    iso639: str
    writing: Writing
    matching: Matching
    sections: Sections
    authors: tuple[Form, ...]
    naming: Naming
    dates: tuple[Form, ...]
    money: Money
    amounts: tuple[Form, ...]
    references: tuple[Form, ...]
    relatives: tuple[Form, ...]
    laws: tuple[Form, ...]
    drafts: Drafts
    titles: tuple[Form, ...]
    forms: tuple[Form, ...]
    phrases: Phrases
    events: tuple[Form, ...]
    plans: tuple[Form, ...]
    wording: Wording
    tables: Tables
    anaphors: tuple[Anaphor, ...]
    roles: Roles
    modalities: tuple[Modality, ...]
    rules: tuple[RuleText, ...]
