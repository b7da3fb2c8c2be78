"""Which body adopted a resolution or decision that a text gives by number, in every language; and what a number cannot be."""

import pytest

from extract.mentions.symbols import fits_date, number_path, symbol_path
from extract.pipeline import mentions_of
from extract.text.source import Options, Source

HRC = ["A/HRC/RES/21/5", "A/HRC/RES/41/6", "A/HRC/RES/47/2"]
# A list whose body is named once, at its beginning or its end, with dates between the numbers.
LISTS = {
    "en": "Human Rights Council resolutions 21/5 of 27 September 2012, 41/6 of 11 July on the elderly, and 47/2 of 12 July 2021",
    "fr": "les résolutions 21/5 du 27 septembre 2012, 41/6 du 11 juillet sur les personnes âgées et 47/2 du 12 juillet 2021 "
    "du Conseil des droits de l’homme",
    "es": "las resoluciones 21/5, de 27 de septiembre de 2012, 41/6, de 11 de julio, y 47/2, de 12 de julio de 2021, "
    "del Consejo de Derechos Humanos",
    "ru": "резолюции Совета по правам человека 21/5 от 27 сентября 2012 года, 41/6 от 11 июля о престарелых и 47/2 от 12 июля 2021 года",
    "ar": "قرارات مجلس حقوق الإنسان 21/5 المؤرخ 27 أيلول/سبتمبر 2012، و 41/6 المؤرخ 11 تموز/يوليه، و 47/2 المؤرخ 12 تموز/يوليه 2021",
    "zh": "人权理事会2012年9月27日第21/5号、2019年7月11日第41/6号和2021年7月12日第47/2号决议",
}
ASSEMBLY = ["A/RES/75/91", "A/HRC/RES/44/7"]
# A list of one body, then a resolution of another one.
TWO = {
    "en": "its resolution 75/91 of 14 December 2020 and Human Rights Council resolution 44/7",
    "fr": "sa résolution 75/91 du 14 décembre 2020 et la résolution 44/7 du Conseil des droits de l’homme",
    "es": "su resolución 75/91, de 14 de diciembre de 2020, y la resolución 44/7 del Consejo de Derechos Humanos",
    "ru": "свою резолюцию 75/91 от 14 декабря 2020 года и резолюцию 44/7 Совета по правам человека",
    "ar": "قرارها 75/91 المؤرخ 14 كانون الأول/ديسمبر 2020 وقرار مجلس حقوق الإنسان 44/7",
    "zh": "其2020年12月14日第75/91号决议和人权理事会第44/7号决议",
}
COUNCIL = ["S/RES/1888(2009)", "S/RES/2250(2015)"]
# Numbers of the Security Council without a year.
BARE = {
    "en": "Security Council resolutions 1888 and 2250",
    "fr": "les résolutions 1888 et 2250 du Conseil de sécurité",
    "es": "las resoluciones del Consejo de Seguridad 1888 y 2250",
    "ru": "резолюции Совета Безопасности 1888 и 2250",
    "ar": "قراري مجلس الأمن 1888 و 2250",
    "zh": "安全理事会第1888号和第2250号决议",
}
DECISION = ["E/DEC/2019/244"]
DECISIONS = {
    "en": "Economic and Social Council decision 2019/244",
    "fr": "la décision 2019/244 du Conseil économique et social",
    "es": "la decisión 2019/244 del Consejo Económico y Social",
    "ru": "решение 2019/244 Экономического и Социального Совета",
    "ar": "مقرر المجلس الاقتصادي والاجتماعي 2019/244",
    "zh": "经济及社会理事会关于人口司工作的第2019/244号决定",
}
SPECIAL = ["A/RES/S-26/2"]
SPECIALS = {
    "en": "its resolution S-26/2",
    "fr": "sa résolution S-26/2",
    "es": "su resolución S-26/2",
    "ru": "свою резолюцию S-26/2",
    "ar": "قرارها دإ-26/2",
    "zh": "其第S-26/2号决议",
}
# Commissions have numbers of their own, never those of the Assembly.
COMMISSION = ["E/CN.7/RES/61/9"]
COMMISSIONS = {
    "en": "Commission on Narcotic Drugs resolution 61/9",
    "fr": "la résolution 61/9 de la Commission des stupéfiants",
    "es": "la resolución 61/9 de la Comisión de Estupefacientes",
    "ru": "резолюцию 61/9 Комиссии по наркотическим средствам",
    "ar": "قرار لجنة المخدرات 61/9",
    "zh": "麻醉药品委员会第61/9号决议",
}
TABLES = [
    (LISTS, HRC),
    (TWO, ASSEMBLY),
    (BARE, COUNCIL),
    (DECISIONS, DECISION),
    (SPECIALS, SPECIAL),
    (COMMISSIONS, COMMISSION),
]


def cited(code: str, text: str) -> list[str]:
    found = mentions_of(Source("a.txt", f"{text} \n"), Options(language=code))
    return [m.path.removeprefix("resolution/") for _, m in found if m.kind == "Resolution"]


@pytest.mark.parametrize(("texts", "paths"), TABLES, ids=lambda v: v[0] if isinstance(v, list) else "")
@pytest.mark.parametrize("code", LISTS)
def test_the_body_of_a_list_governs_it(code: str, texts: dict[str, str], paths: list[str]) -> None:
    assert cited(code, texts[code]) == paths


@pytest.mark.parametrize(
    ("code", "text", "paths"),
    [
        # What was named in full before is the same later.
        (
            "en",
            "Human Rights Council resolution 40/16 was followed up. Then resolution 40/16 was read.",
            ["A/HRC/RES/40/16"] * 2,
        ),
        # "The Council" that adopts no such numbers is another one, told by the date.
        ("es", "la resolución 45/31 del Consejo, de 7 de octubre de 2020", ["A/HRC/RES/45/31"]),
        ("ru", "резолюция 45/31 Совета от 7 октября 2020 года", ["A/HRC/RES/45/31"]),
        ("ru", "резолюция 973 (Х) от 15 декабря 1955 года", ["A/RES/973(X)"]),
        ("fr", "le Conseil des droits de l’homme a adopté par consensus la résolution 45/31", ["A/HRC/RES/45/31"]),
        ("zh", "大会关于设立人权理事会的第60/251号决议", ["A/RES/60/251"]),
        ("zh", "其关于改革人权理事会的第65/281号决议", ["A/RES/65/281"]),
        ("en", "resolution 57/228 \N{CYRILLIC CAPITAL LETTER VE}", ["A/RES/57/228B"]),
        # Only the Human Rights Council had so many special sessions; a list whose dates tell one body is all of that body.
        ("fr", "la résolution S-34/1 du 12 mai 2022", ["A/HRC/RES/S-34/1"]),
        ("ar", "القرارات 47/1 المؤرخ 12 تموز/يوليه 2021 و 37/32 المؤرخ 23 آذار", ["A/HRC/RES/47/1", "A/HRC/RES/37/32"]),
        ("zh", "大会关于包容的2023年12月19日第78/178号和以往各项决议", ["A/RES/78/178"]),
        ("zh", "关于报告的摘要和根据人权理事会第S-21/1号决议", ["A/HRC/RES/S-21/1"]),
        ("zh", "第1540(2004)和12540(2004)号决议", []),
        ("zh", "其1946年1月24日第一㈠号决议", ["A/RES/1(I)"]),
        ("ar", "قراريها 1 (د-1) و 76/503", ["A/RES/1(I)", "A/DEC/76/503"]),
        ("ar", "قرارها دإط–11/1", ["A/RES/ES-11/1"]),
        (
            "en",
            "its resolution 70/3 and, in decision 75/504 B, the budget of 2020/2021",
            ["A/RES/70/3", "A/DEC/75/504B"],
        ),
        # A body that the lists do not have.
        (
            "en",
            "Human Rights Council resolution 16/1 and resolution 11/4 of the Conference of the Parties",
            ["A/HRC/RES/16/1"],
        ),
        ("en", "Human Rights Council decision 6/102 and decision 52/492", ["A/HRC/DEC/6/102", "A/DEC/52/492"]),
        ("en", "decision 52/492 of 3 March 2023", ["A/DEC/52/492"]),
        ("es", "en su decisión IOC/A-31/3.5", []),
        ("en", "resolution EC-55/1 of the Executive Council", []),
        ("en", "General Assembly resolution 1514", []),
        ("en", "In resolution 2015 the Council spoke.", []),
    ],
)
def test_what_tells_the_body_of_a_number(code: str, text: str, paths: list[str]) -> None:
    assert cited(code, text) == paths


@pytest.mark.parametrize(
    ("number", "year", "path"),
    [
        ("1", "1946", "S/RES/1(1946)"),
        ("2676", "", "S/RES/2676(2023)"),
        # A misprinted year; a number that no resolution of that time has; one that the table does not have yet.
        ("2518", "2018", "S/RES/2518(2020)"),
        ("12", "1999", ""),
        ("9000", "2039", "S/RES/9000(2039)"),
        ("9000", "", ""),
    ],
)
def test_the_year_follows_from_the_number(number: str, year: str, path: str) -> None:
    parts = {"number": number} | ({"year": year} if year else {})
    found = number_path("number(year)" if year else "number", parts, "org/UNSC")
    assert found == (path and f"resolution/{path}")


@pytest.mark.parametrize(
    ("symbol", "path"),
    [
        ("S/RES/2676", "resolution/S/RES/2676(2023)"),
        ("S/RES/1540(2004)", "resolution/S/RES/1540(2004)"),
        ("S/RES/9000", "resolution/S/RES/9000"),
        ("A/RES/71/38", "resolution/A/RES/71/38"),
    ],
)
def test_a_symbol_has_the_year(symbol: str, path: str) -> None:
    assert symbol_path(symbol) == (path, "Resolution")


def test_a_date_tells_whose_session_it_was() -> None:
    parts = {"first": "45", "second": "31"}
    assert fits_date("first/second", parts, "org/HRC", "2020-10-07")
    assert not fits_date("first/second", parts, "", "2020-10-07")
    assert fits_date("first/second", parts, "", "1990-11-29")
