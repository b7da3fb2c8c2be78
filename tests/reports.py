"""Reports made for the tests: one content in Chinese, English and Arabic; `written.py` writes it as PDF, Word, HTML and text.

Each has 30 numbered paragraphs, three of them with footnotes, and a table of 41 rows, made of the names of the lists.
"""

from dataclasses import dataclass
from functools import cache

from ontology.authority import load_authority

STATES = ["NOR", "MEX", "SWE", "JPN", "KEN", "CHL", "FIN", "GHA", "IND", "PER", "ITA", "CAN", "BRA", "CUB", "EGY"]
TREATIES = ["ICSANT", "CTBT", "CWC", "BWC", "ATT"]


@dataclass(frozen=True, slots=True)
class Words:
    """What a report says in one language; `{state}`, `{treaty}`, `{date}` and numbers are filled in."""

    code: str
    title: str
    act: str
    more: tuple[str, ...]
    date: str
    note: str
    columns: tuple[str, str, str, str]
    event: str
    place: str
    months: tuple[str, ...]


ENGLISH = Words(
    "en",
    "Measures against nuclear terrorism and the work of States",
    "{state} ratified the {treaty} on {date}.",
    (
        "The competent authorities have since then gone through all of the rules that apply to sources and to those who keep them.",
        "Customs officers at every border post learn how to use the instruments that were bought in the course of the year.",
        "An inventory of sources is kept and gone over every six months together with the laboratories.",
    ),
    "{day} {month} {year}",
    "Reply number {n} came late and is kept in the files of the Secretariat, where Peru signed the guest book.",
    ("Date", "Event", "Organizer", "Place"),
    "Workshop number {n} on the security of radioactive sources and on how they are kept",
    "Hall {n}",
    (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
)
CHINESE = Words(
    "zh",
    "防止核恐怖主义的措施和各国的工作",
    "{state}于{date}批准了《{treaty}》。",
    (
        "此后主管部门逐条审查了适用于放射源以及保管放射源的人员的全部规章，并就其中需要修改之处征求了意见。",
        "每个边境口岸的海关人员都学习如何使用当年购置的仪器，学习的内容每年更新一次。",
        "放射源清单由专人保存，每六个月与各实验室一起核对一次。",
    ),
    "{year}年{number}月{day}日",
    "第{n}份答复收到较晚，存于秘书处的档案，秘鲁签署了来宾簿。",
    ("日期", "活动", "组织者", "地点"),
    "第{n}次放射源安保和保管方法讲习班以及实验室人员交流活动",
    "第{n}号大厅",
    (),
)
ARABIC = Words(
    "ar",
    "تدابير مكافحة الإرهاب النووي وأعمال الدول",
    "صدقت {state} على {treaty} في {date}.",
    (
        "ومنذ ذلك الحين راجعت السلطات المختصة جميع القواعد التي تسري على المصادر وعلى من يحتفظون بها في المختبرات.",
        "ويتعلم موظفو الجمارك في كل مركز حدودي كيفية استخدام الأجهزة التي اشتريت في أثناء السنة.",
        "وتحفظ قائمة بالمصادر وتراجع كل ستة أشهر مع المختبرات.",
    ),
    "{day} {month} {year}",
    "وصل الرد رقم {n} متأخرا وهو محفوظ في ملفات الأمانة العامة حيث وقعت بيرو سجل الزوار.",
    ("التاريخ", "النشاط", "الجهة المنظمة", "المكان"),
    "حلقة العمل رقم {n} بشأن أمن المصادر المشعة وطريقة حفظها",
    "القاعة {n}",
    (
        *("كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه"),
        *("تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر"),
    ),
)
LANGUAGES = {words.code: words for words in (CHINESE, ENGLISH, ARABIC)}


@dataclass(frozen=True, slots=True)
class Report:
    """The content of one report: paragraphs in order, the notes of some of them, rows of cells with the header first."""

    code: str
    symbol: str
    title: str
    paragraphs: tuple[str, ...]
    notes: dict[int, str]
    rows: tuple[tuple[str, str, str, str], ...]


@cache
def report(code: str) -> Report:
    words = LANGUAGES[code]
    paragraphs, notes = list[str](), dict[int, str]()
    for n in range(30):
        state, treaty = name(f"state/{STATES[n % 15]}", code), name(f"treaty/{TREATIES[n // 6]}", code)
        told = words.act.format(state=state, treaty=treaty, date=date(words, n))
        more = [words.more[(n + i) % 3] for i in range(2 + n % 2)]
        paragraphs.append(f"{n + 1}. " + ("" if code == "zh" else " ").join([told, *more]))
        if n % 10 == 4:
            notes[n] = f"{len(notes) + 1} {words.note.format(n=n)}"
    rows = [
        (
            date(words, n),
            words.event.format(n=n + 1),
            name(f"state/{STATES[n % 15]}", code),
            words.place.format(n=n + 1),
        )
        for n in range(41)
    ]
    return Report(code, "A/99/907", words.title, tuple(paragraphs), notes, (words.columns, *rows))


def name(path: str, code: str) -> str:
    """What the lists call a thing."""
    return load_authority().entities[path].label(code).strip("《》")


def date(words: Words, n: int) -> str:
    month = words.months[n % 12] if words.months else ""
    return words.date.format(day=n % 28 + 1, month=month, number=n % 12 + 1, year=1990 + n % 27)
