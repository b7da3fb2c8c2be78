"""Events and laws that a document names twice: once with a date, once without.

In: the events or laws of a document with the names and dates it gave them. Out: for the path of each event without a month the path of
the one with a month that it is, where the name of one ends with that of the other and no other one fits; for that of each law without a
year the one of the same State with a year and just that name, if it is alone.
"""

from collections.abc import Iterable, Iterator, Mapping

EVENTS = ("Meeting", "Exercise")
LAW = "Legislation"
# Shorter names are too general to tell one event from another.
_TELLING = 5
_MONTH = len("2015-09")


def same_events(names: Mapping[str, Iterable[str]], dates: Mapping[str, str]) -> dict[str, str]:
    """The events of `names` without a month, each with the one of that year that it is. Time grows with the length of all names."""
    ends, whole = dict[str, set[str]](), dict[str, set[str]]()
    dated = {path for path, date in dates.items() if len(date) >= _MONTH}
    for event in dated:
        for name in names.get(event, ()):
            whole.setdefault(name, set()).add(event)
            for end in _ends(name):
                ends.setdefault(end, set()).add(event)
    found = dict[str, str]()
    for path in names.keys() - dated:
        fits = {other for name in names[path] for other in ends.get(name, ())}
        fits |= {other for name in names[path] for end in _ends(name) for other in whole.get(end, ())}
        known = [other for other in fits if dates[other].startswith(dates.get(path, ""))]
        if len(known) == 1:
            found[path] = known[0]
    return found


def same_laws(names: Mapping[str, Iterable[str]], dates: Mapping[str, str]) -> dict[str, str]:
    """The laws of `names` without a year, each with the one of its State that a document calls the same and dates."""
    called = dict[tuple[str, str], set[str]]()
    for path in names.keys() & dates.keys():
        for name in names[path]:
            called.setdefault((_owner(path), name), set()).add(path)
    fits = {
        path: {law for name in names[path] for law in called.get((_owner(path), name), ())}
        for path in names.keys() - dates.keys()
    }
    return {path: min(laws) for path, laws in fits.items() if len(laws) == 1}


def _owner(path: str) -> str:
    return path.partition("-")[0]


def _ends(name: str) -> Iterator[str]:
    """The name and its ends that tell something."""
    return (name[i:] for i in range(max(0, len(name) - _TELLING + 1)))
