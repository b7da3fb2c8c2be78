"""Keys of what no list has: a thing and its translations have one, other things have others, and unknown words stay words."""

from itertools import combinations

import pytest

from extract.languages.load import language_codes
from extract.mentions.keys import event_path, law_path, numbered_law_path, title_key
from extract.mentions.wording import tell
from extract.pipeline import Options, read_text
from extract.text.source import Source
from ontology.blocks import LANGUAGES
from ontology.concepts import load_concepts, read_concepts
from ontology.errors import DataError

# The key of a law of Norway, the year that stands beside its name, and the name in the six languages.
LAWS = {
    "criminal-code": (
        "",
        {
            "en": "Penal Code",
            "fr": "Code pénal",
            "es": "Código Penal",
            "ru": "Уголовным кодексом",
            "ar": "قانون العقوبات",
            "zh": "刑法典",
        },
    ),
    "constitution": (
        "",
        {
            "en": "Constitution",
            "fr": "la Constitution",
            "es": "la Constitución",
            "ru": "Конституции",
            "ar": "الدستور",
            "zh": "宪法",
        },
    ),
    "2005_export-control_law": (
        "2005",
        {
            "en": "Export Control Act",
            "fr": "loi sur le contrôle des exportations",
            "es": "Ley de Control de las Exportaciones",
            "ru": "закона об экспортном контроле",
            "ar": "قانون مراقبة الصادرات",
            "zh": "出口管制法",
        },
    ),
    "money-laundering_terrorist-financing_prevention_law": (
        "",
        {
            "en": "Law on the Prevention of Money Laundering and the Financing of Terrorism",
            "fr": "loi relative à la prévention du blanchiment de capitaux et du financement du terrorisme",
            "es": "Ley de prevención del blanqueo de capitales y de la financiación del terrorismo",
            "ru": "закон о предупреждении отмывания денег и финансирования терроризма",
            "ar": "قانون منع غسل الأموال وتمويل الإرهاب",
            "zh": "预防洗钱和资助恐怖主义法",
        },
    ),
    "2015-2020_counter-terrorism_national_strategy": (
        "",
        {
            "en": "National Counter-Terrorism Strategy 2015-2020",
            "fr": "stratégie nationale de lutte contre le terrorisme 2015-2020",
            "es": "Estrategia Nacional de Lucha contra el Terrorismo 2015-2020",
            "ru": "национальной стратегии борьбы с терроризмом 2015-2020",
            "ar": "الاستراتيجية الوطنية لمكافحة الإرهاب 2015-2020",
            "zh": "2015-2020年国家反恐战略",
        },
    ),
    "women-peace-and-security_national_action-plan": (
        "",
        {
            "en": "national action plan on women, peace and security",
            "fr": "plan d’action national sur les femmes et la paix et la sécurité",
            "es": "plan de acción nacional sobre las mujeres y la paz y la seguridad",
            "ru": "национальный план действий по вопросу «Женщины, мир и безопасность»",
            "ar": "خطة العمل الوطنية المتعلقة بالمرأة والسلام والأمن",
            "zh": "妇女与和平与安全国家行动计划",
        },
    ),
}
# The key of a meeting, its date, and its name.
EVENTS = {
    "2014_nuclear-terrorism_prevention_regional_workshop": (
        "2014-05-06",
        {
            "en": "regional workshop on the prevention of nuclear terrorism",
            "fr": "atelier régional sur la prévention du terrorisme nucléaire",
            "es": "taller regional sobre la prevención del terrorismo nuclear",
            "ru": "региональном практикуме по предотвращению ядерного терроризма",
            "ar": "حلقة العمل الإقليمية بشأن منع الإرهاب النووي",
            "zh": "防止核恐怖主义问题区域讲习班",
        },
    ),
    "2013-02_expert-group-meeting": (
        "2013-02",
        {
            "en": "expert group meeting",
            "fr": "réunion du groupe d’experts",
            "es": "reunión del grupo de expertos",
            "ru": "совещании группы экспертов",
            "ar": "اجتماع فريق الخبراء",
            "zh": "专家组会议",
        },
    ),
    "2014-06-16_36_who_meeting": (
        "2014-06-16",
        {
            "en": "thirty-sixth meeting of the World Health Organization",
            "fr": "trente-sixième réunion de l’Organisation mondiale de la Santé",
            "es": "36ª reunión de la Organización Mundial de la Salud",
            "ru": "тридцать шестое совещание Всемирной организации здравоохранения",
            "ar": "الاجتماع السادس والثلاثين لمنظمة الصحة العالمية",
            "zh": "世界卫生组织第三十六次会议",
        },
    ),
    "2009_border-control_seminar": (
        "",
        {
            "en": "2009 seminar on border control",
            "fr": "séminaire de 2009 sur le contrôle des frontières",
            "es": "seminario de 2009 sobre control de fronteras",
            "ru": "семинар 2009 года по пограничному контролю",
            "ar": "حلقة دراسية لعام 2009 بشأن مراقبة الحدود",
            "zh": "2009年边境管制研讨会",
        },
    ),
}
# Names that must stay apart, in one language.
APART = [
    (
        "en",
        [
            "Terrorism Act 2000",
            "Terrorism Act 2006",
            "Terrorism Act",
            "Prevention of Terrorism Act",
            "Counter-Terrorism Act",
        ],
    ),
    ("en", ["Export Control Act", "Import Control Act", "Export and Import Control Act", "Arms Export Control Act"]),
    ("en", ["Export Control Act", "Export Control Decree", "Export Control Regulations", "Export Control Strategy"]),
    ("en", ["National Cybersecurity Strategy", "Cybersecurity Strategy", "National Cybersecurity Plan"]),
    ("en", ["Nuclear Safety Act", "Nuclear Security Act", "Nuclear Safety and Security Act", "Nuclear Liability Act"]),
    ("fr", ["Code pénal", "Code de procédure pénale", "Code civil", "Code de justice militaire"]),
    ("es", ["Ley de extradición", "Ley de extradición y asistencia judicial recíproca", "Ley de extradición pasiva"]),
    ("ru", ["закон об экспорте оружия", "закон об экспорте обычных вооружений", "закон об обороте оружия"]),
    ("ar", ["قانون مكافحة الإرهاب", "قانون مكافحة الفساد", "قانون مكافحة الإرهاب الإلكتروني"]),
    ("zh", ["核安全法", "核安保法", "原子能法", "核损害赔偿法"]),
]


@pytest.mark.parametrize("key", LAWS)
def test_a_law_has_one_key_in_six_languages(key: str) -> None:
    year, names = LAWS[key]
    assert sorted(names) == sorted(LANGUAGES)
    assert {code: law_path("NOR", name, year, code) for code, name in names.items()} == dict.fromkeys(
        names, f"law/NOR-{key}"
    )


@pytest.mark.parametrize("key", EVENTS)
def test_an_event_has_one_key_in_six_languages(key: str) -> None:
    date, names = EVENTS[key]
    assert sorted(names) == sorted(LANGUAGES)
    assert {code: event_path("Meeting", name, date, code) for code, name in names.items()} == dict.fromkeys(
        names, f"meeting/{key}"
    )


@pytest.mark.parametrize(("code", "names"), APART)
def test_other_names_have_other_keys(code: str, names: list[str]) -> None:
    paths = {name: law_path("NOR", name, "", code) for name in names}
    assert len(set(paths.values())) == len(names), paths


@pytest.mark.parametrize("word", ["liability", "zork", "Part 4", "No. 7"])
def test_a_word_of_which_nothing_is_known_keeps_all_words(word: str) -> None:
    assert tell(f"Export Control {word} Act", "en") is None
    assert "_" not in law_path("NOR", f"Export Control {word} Act", "", "en")


@pytest.mark.parametrize(
    ("name", "date", "path"),
    [
        ("workshop", "2014-05", "meeting/2014-05_workshop"),
        ("workshop", "2014", "meeting/2014-workshop"),
        ("workshop on export control", "", "meeting/workshop-on-export-control"),
        ("workshop on export control and border control", "", "meeting/border-control_export-control_workshop"),
        ("Security Council meeting", "2003-02-05", "meeting/2003-02-05_unsc_meeting"),
        ("2010 review conference", "2014-03", "meeting/2014-2010-review-conference"),
        ("management and control", "2014-05-01", "meeting/2014-management-and-control"),
    ],
)
def test_an_event_is_told_by_its_subject_or_its_date(name: str, date: str, path: str) -> None:
    assert event_path("Meeting", name, date, "en") == path


def test_a_decree_and_a_law_of_one_number_are_two() -> None:
    law, decree = "Ley 20 de 1998", "Decreto núm. 20 de 1998"
    assert numbered_law_path("ESP", "20", "1998", law, "es") == "law/ESP-20-1998"
    assert numbered_law_path("ESP", "20", "1998", decree, "es") == "law/ESP-20-1998_decree"
    assert numbered_law_path("ESP", "20", "1998", "Decree No. 20", "en") == "law/ESP-20-1998_decree"


def test_an_instrument_without_an_owner_keeps_its_words_until_it_names_two() -> None:
    assert title_key("Treaty on Friendship and Cooperation", "en") == "treaty-on-friendship-and-cooperation"
    both = title_key("Treaty on Friendship and Cooperation of Norway and Chile", "en")
    assert both == title_key("智利和挪威友好合作条约", "zh") == "chl_nor_friendship_cooperation_treaty"


@pytest.mark.parametrize("code", language_codes())
def test_numbers_in_words_and_figures_are_one(code: str) -> None:
    words = {
        "en": ["twenty-third", "23rd"],
        "fr": ["vingt-troisième", "23e"],
        "es": ["vigésima tercera", "23ª"],
        "ru": ["двадцать третье", "23-е"],
        "ar": ["الثالث والعشرين"],
        "zh": ["第二十三次", "第23次"],
    }[code]
    for told in (tell(word, code) for word in words):
        assert told
        assert told.numbers == ("23",)


def test_no_label_of_a_language_has_two_meanings() -> None:
    """Labels of two concepts that a language cannot tell apart would make one thing of two."""
    for code in language_codes():
        meanings: dict[str, set[str]] = {}
        for concept in load_concepts():
            for label in concept.labels[code]:
                meanings.setdefault(label.casefold(), set()).add(concept.key)
        assert {label: keys for label, keys in meanings.items() if len(keys) > 1} == {}


def test_every_label_says_its_own_concept() -> None:
    """In every language each label is read as the one concept that it is a label of, whatever its endings."""
    wrong = [
        (code, label, told and told.concepts)
        for code in language_codes()
        for concept in load_concepts()
        for label in concept.labels[code]
        if not (told := tell(label, code)) or told.concepts != {concept.scheme: (concept.key,)}
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        (
            "Norway enacted the Radiation Safety Act 2016. It implements the Radiation Safety Act.",
            {"law/NOR-2016_radiation-safety_law"},
        ),
        (
            "Norway enacted the Terrorism Act 2000 and the Terrorism Act 2006. Norway enacted the Terrorism Act.",
            {"law/NOR-2000_terrorism_law", "law/NOR-2006_terrorism_law", "law/NOR-terrorism_law"},
        ),
        (
            "Norway enacted the Terrorism Act 2000. Chile enacted the Terrorism Act.",
            {"law/NOR-2000_terrorism_law", "law/CHL-terrorism_law"},
        ),
    ],
)
def test_a_law_without_its_year_is_the_one_of_that_name(text: str, laws: set[str]) -> None:
    reading = read_text(Source("case.txt", f"{text} \n"), Options(language="en"))
    assert {s.object for s in reading.statements if s.relation == "enacted"} == laws


BROKEN = [
    ("<concept/a> a", "not valid Turtle"),
    ('<concept/a> a skos:Concept ; skos:prefLabel "a"@en .', "concept/a is in 0 schemes"),
]


@pytest.mark.parametrize(("block", "complaint"), BROKEN)
def test_a_broken_list_of_concepts_is_refused(block: str, complaint: str) -> None:
    head = "@base <https://w3id.org/pactgraph/id/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . "
    with pytest.raises(DataError, match=complaint):
        read_concepts((head + block).encode())


def test_names_of_several_parts_do_not_run_together() -> None:
    """The key of a thing has a low line where the words of a text never have one."""
    keys = [
        law_path("NOR", f"{a} {b} Act", "", "en")
        for a, b in combinations(["Export", "Customs", "Firearms", "Police"], 2)
    ]
    assert len(set(keys)) == len(keys)
    assert all("_" in key for key in keys)


# One sentence in six languages, and the fact that each states.
SENTENCES = [
    (
        "org/OSCE organized meeting/2014_nuclear-terrorism_prevention_regional_workshop",
        {
            "en": "In May 2014, OSCE organized a regional workshop on the prevention of nuclear terrorism.",
            "fr": "En mai 2014, l’OSCE a organisé un atelier régional sur la prévention du terrorisme nucléaire.",
            "es": "En mayo de 2014, la OSCE organizó un taller regional sobre la prevención del terrorismo nuclear.",
            "ru": "В мае 2014 года ОБСЕ организовала региональный практикум по предотвращению ядерного терроризма.",
            "ar": "وفي أيار/مايو 2014، نظمت منظمة الأمن والتعاون في أوروبا حلقة عمل إقليمية بشأن منع الإرهاب النووي.",
            "zh": "2014年5月，欧安组织举办了防止核恐怖主义问题区域讲习班。",
        },
    ),
    (
        "state/KEN enacted law/KEN-7-2001",
        {
            "en": "Kenya adopted Law No. 7 of 3 May 2001.",
            "fr": "Le Kenya a adopté la loi no 7 du 3 mai 2001.",
            "es": "Kenya aprobó la Ley 7, de 3 de mayo de 2001.",
            "ru": "Кения приняла Закон № 7 от 3 мая 2001 года.",
            "ar": "واعتمدت كينيا القانون رقم 7 المؤرخ 3 أيار/مايو 2001.",
            "zh": "肯尼亚通过了2001年5月3日第7号法律。",
        },
    ),
    (
        "state/KEN enacted law/KEN-criminal-procedure-code",
        {
            "en": "Kenya amended its Code of Criminal Procedure.",
            "fr": "Le Kenya a modifié son Code de procédure pénale.",
            "es": "Kenya modificó su Código de Procedimiento Penal.",
            "ru": "Кения изменила Уголовно-процессуальный кодекс.",
            "ar": "وعدلت كينيا قانون الإجراءات الجنائية.",
            "zh": "肯尼亚修订了《刑事诉讼法》。",
        },
    ),
]


@pytest.mark.parametrize(("fact", "texts"), SENTENCES, ids=[fact for fact, _ in SENTENCES])
def test_a_sentence_states_one_fact_in_six_languages(fact: str, texts: dict[str, str]) -> None:
    found = {
        code: [
            f"{s.subject} {s.relation} {s.object}"
            for s in read_text(Source("case.txt", f"{text} \n"), Options(language=code)).statements
        ]
        for code, text in texts.items()
    }
    assert sorted(found) == sorted(LANGUAGES)
    assert [code for code, facts in found.items() if fact not in facts] == [], found
