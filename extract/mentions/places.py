"""Looking places up among many others without going through all of them.

In: places as start and end, ends exclusive. Out: whether one is still free, and which may touch it. Each question costs the logarithm
of the number of places, so that a text of ten times the length takes ten times as long.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar


class Placed(Protocol):
    """Anything that stands somewhere."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


Item = TypeVar("Item", bound=Placed)


class Taken:
    """Places that do not overlap, taken one after the other in any order."""

    def __init__(self) -> None:
        self._places: list[tuple[int, int]] = []

    def take(self, start: int, end: int) -> bool:
        """Take a place if nothing of it is taken; whether it was free."""
        at = bisect_left(self._places, (end,))
        if at and self._places[at - 1][1] > start:
            return False
        insort(self._places, (start, end))
        return True


class Near(Generic[Item]):
    """Items by place; they may overlap."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = sorted(items, key=lambda item: item.start)
        self._starts = [item.start for item in self._items]
        self._longest = max((item.end - item.start for item in self._items), default=0)

    def near(self, start: int, end: int) -> Sequence[Item]:
        """The items that may touch `start`..`end`, some others near it among them, in order."""
        if not self._items:
            return ()
        return self._items[bisect_left(self._starts, start - self._longest) : bisect_left(self._starts, end + 1)]
