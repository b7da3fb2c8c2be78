"""Who belonged to which group, and when."""

import pytest

from ontology.rosters import load_rosters, members

# date, group, how many
MEMBERS = [
    ("1985", "org/EU", 10),
    ("2016-06-23", "org/EU", 28),
    ("2020-01-31", "org/EU", 28),
    ("2020-02", "org/EU", 27),
    ("", "org/EU", 27),
    ("", "org/G77", 134),
    ("2012", "org/NAM", 120),
    ("2026", "org/ASEAN", 11),
    ("2016", "org/LDC", 48),
    ("", "org/LLDC", 32),
    ("", "org/SIDS", 39),
    ("", "org/LAS", 22),
    ("2018", "org/AU", 54),
    ("2018", "org/OIC", 57),
    ("", "group/nordic-states", 5),
    ("2018", "group/african-states", 54),
    ("", "group/eastern-european-states", 23),
    ("2018", "org/IAEA", 0),
]


@pytest.mark.parametrize(("date", "group", "count"), MEMBERS)
def test_members_of_groups(date: str, group: str, count: int) -> None:
    found = members(group, date)
    assert len(found) == count
    assert list(found) == sorted(set(found))


def test_members_leave_and_are_followed() -> None:
    assert {"state/SUN", "state/RUS"} & {*members("org/P5", "1985")} == {"state/SUN"}
    assert {"state/SUN", "state/RUS"} & {*members("org/P5", "1992")} == {"state/RUS"}
    assert members("org/V4", "1992") == ("state/CSK", "state/HUN", "state/POL")
    assert members("org/V4", "1993") == ("state/CZE", "state/HUN", "state/POL", "state/SVK")
    assert "state/MLT" in members("org/NAM", "1999")
    assert "state/MLT" not in members("org/NAM", "2010")


def test_who_joined_on_an_unknown_day_did_so_as_a_member_of_the_united_nations() -> None:
    assert "state/SSD" not in members("org/G77", "2009")
    assert "state/SSD" in members("org/G77", "2012")


def test_every_group_of_the_rosters_has_members_today() -> None:
    today = {m.group for m in load_rosters() if m.holds("")}
    assert {m.group for m in load_rosters()} - today == {"org/G8"}
