"""Which form of an answer a client wants most.

In: the Accept header of a request and the media types there are, our favourite first. Out: one of them, or nothing.
By RFC 9110, section 12.5.1: the most specific range that matches a type decides its quality; 0 forbids it.
"""

from collections.abc import Sequence


def choose(accept: str, offered: Sequence[str]) -> str | None:
    """The offered type of highest quality, among equals the first one; None when the client takes none of them."""
    ranges = _ranges(accept) or {"*/*": 1.0}
    best = max(offered, key=lambda kind: _quality(kind, ranges))
    return best if _quality(best, ranges) > 0 else None


def _ranges(accept: str) -> dict[str, float]:
    """The quality of each media range; what is no number counts as 1."""
    found: dict[str, float] = {}
    for part in accept.lower().split(","):
        kind, *parameters = (piece.strip() for piece in part.split(";"))
        weight = next((p.removeprefix("q=") for p in parameters if p.startswith("q=")), "1")
        if kind:
            found[kind] = float(weight) if weight.replace(".", "", 1).isdecimal() else 1.0
    return found


def _quality(kind: str, ranges: dict[str, float]) -> float:
    tried = (kind, f"{kind.partition('/')[0]}/*", "*/*")
    return next((ranges[name] for name in tried if name in ranges), 0.0)
