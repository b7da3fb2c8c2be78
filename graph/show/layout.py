"""Where every node of a network stands, computed once, so that a picture of it never moves.

In: a network and the radius of each node. Out: whole pixels for each node, y downwards, the same for the same network.

Each connected part is laid out by rustworkx's Fruchterman-Reingold, whose cost grows with the square of the nodes (200
nodes 0.04 s, 1,000 0.8 s, 2,000 2 s on 2 cores; networkx's takes 3 s for 1,000 and needs SciPy); beyond 2,000, only its
core. Each is turned to lie level, nodes that overlap are pushed apart, and the parts are set side by side, the largest first.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from math import atan2, cos, hypot, sin, sqrt

import networkx as nx
import rustworkx as rx

from graph.show.network import Network

_SEED = 3
_ROUNDS = 200
_SPACE = 64  # pixels between neighbours, on average
_GAP = 12  # pixels between the rims of two nodes, at least
_PASSES = 60
_LARGE = 20  # a radius in pixels: so few are larger that they may be compared with all others
_MANY = 500  # nodes from which fewer rounds must do: each costs the square of them
_CORE = 2000  # nodes that springs place
_TURN = 2.4  # radians: the golden angle, which spreads points evenly

Point = tuple[float, float]


def positions(network: Network, radius: Mapping[str, float]) -> dict[str, tuple[int, int]]:
    """A place for each node: (x, y) in pixels around (0, 0)."""
    parts = sorted(nx.weakly_connected_components(network), key=lambda part: (-len(part), min(part)))
    placed = _side_by_side([_apart(_lying(_part(network, sorted(part))), radius) for part in parts], radius)
    return {path: (round(placed[path][0]), round(placed[path][1])) for path in sorted(placed)}


def _part(network: Network, paths: list[str]) -> dict[str, Point]:
    """One connected part: its core by springs, what is beyond that around the neighbour that most others tie to."""
    near = {path: sorted({*network.successors(path), *network.predecessors(path)} - {path}) for path in paths}
    by_ties = sorted(paths, key=lambda path: (-len(near[path]), path))
    core = network.subgraph(by_ties[:_CORE])
    largest = max(nx.weakly_connected_components(core), key=lambda part: (len(part), min(part)))
    places = _spring(sorted(largest), near)
    around: Counter[str] = Counter()
    waiting = [path for path in by_ties if path not in places]
    while waiting:
        for path in waiting:
            anchor = max((p for p in near[path] if p in places), key=lambda p: (len(near[p]), p), default=None)
            if anchor:
                around[anchor] += 1
                turn, away = _TURN * around[anchor], _SPACE * sqrt(around[anchor])
                x, y = places[anchor]
                places[path] = (x + cos(turn) * away, y + sin(turn) * away)
        waiting = [path for path in waiting if path not in places]
    return places


def _spring(paths: list[str], near: Mapping[str, list[str]]) -> dict[str, Point]:
    """Ties of hubs pull less than others, or everything would stand on one heap around them."""
    index = {path: i for i, path in enumerate(paths)}
    ties = [(a, b) for a in paths for b in near[a] if a < b and b in index]
    plain: rx.PyGraph[str, float] = rx.PyGraph()
    plain.add_nodes_from(paths)
    plain.add_edges_from([(index[a], index[b], 3 / sqrt(len(near[a]) * len(near[b]))) for a, b in ties])
    rounds = min(_ROUNDS, _ROUNDS * _MANY // len(paths))
    found = rx.spring_layout(plain, weight_fn=float, num_iter=rounds, seed=_SEED)
    size = _SPACE * sqrt(len(paths))
    return {path: (found[i][0] * size, found[i][1] * size) for path, i in index.items()}


def _lying(places: dict[str, Point]) -> dict[str, Point]:
    """Turned so that it is wider than high, as names and screens are: its principal axis lies level."""
    xs, ys = zip(*places.values(), strict=True)
    cx, cy = sum(xs) / len(xs), sum(ys) / len(ys)
    away = [(x - cx, y - cy) for x, y in places.values()]
    xx, yy, xy = (sum(a[i] * a[j] for a in away) for i, j in ((0, 0), (1, 1), (0, 1)))
    turn = atan2(2 * xy, xx - yy) / 2
    along, across = cos(turn), sin(turn)
    return {path: (x * along + y * across, y * along - x * across) for path, (x, y) in places.items()}


def _apart(places: dict[str, Point], radius: Mapping[str, float]) -> dict[str, Point]:
    """Push nodes that overlap away from each other until none does, or enough was tried."""
    places = dict(places)
    for _ in range(_PASSES if len(places) <= _CORE else _PASSES // 6):
        moved = False
        for one, other in _near(places, radius):
            (ax, ay), (bx, by) = places[one], places[other]
            far, want = hypot(bx - ax, by - ay), radius[one] + radius[other] + _GAP
            if far < want - 0.5:
                moved = True
                # Two in the same spot part in a direction that differs from pair to pair.
                turn = _TURN * len(one + other)
                dx, dy = ((bx - ax) / far, (by - ay) / far) if far > 1 else (cos(turn), sin(turn))
                half = (want - far) / 2
                places[one] = (ax - dx * half, ay - dy * half)
                places[other] = (bx + dx * half, by + dy * half)
        if not moved:
            break
    return places


def _near(places: Mapping[str, Point], radius: Mapping[str, float]) -> Iterator[tuple[str, str]]:
    """Pairs that may overlap: the few large nodes with everything, the others with those in cells around them."""
    cell = 2 * _LARGE + _GAP
    large = [path for path in places if radius[path] > _LARGE]
    yield from ((path, other) for path in large for other in places if other != path)
    cells: dict[tuple[int, int], list[str]] = defaultdict(list)
    for path, (x, y) in places.items():
        if radius[path] <= _LARGE:
            cells[round(x / cell), round(y / cell)].append(path)
    for (i, j), members in cells.items():
        around = [other for di in (-1, 0, 1) for dj in (-1, 0, 1) for other in cells.get((i + di, j + dj), ())]
        yield from ((path, other) for path in members for other in around if path < other)


def _side_by_side(parts: list[dict[str, Point]], radius: Mapping[str, float]) -> dict[str, Point]:
    """Rows of parts, the largest first, together about as wide as high."""
    boxes = [_box(part, radius) for part in parts]
    most = sqrt(sum((width + _SPACE) * (height + _SPACE) for _, _, width, height in boxes))
    placed: dict[str, Point] = {}
    left = top = row = widest = 0.0
    for part, (x0, y0, width, height) in zip(parts, boxes, strict=True):
        if left and left + width > most:
            left, top, row = 0.0, top + row + _SPACE, 0.0
        placed |= {path: (x - x0 + left, y - y0 + top) for path, (x, y) in part.items()}
        widest, row = max(widest, left + width), max(row, height)
        left += width + _SPACE
    return {path: (x - widest / 2, y - (top + row) / 2) for path, (x, y) in placed.items()}


def _box(part: Mapping[str, Point], radius: Mapping[str, float]) -> tuple[float, float, float, float]:
    """Left, top, width and height of a part, to the rims of its nodes."""
    left = min(x - radius[path] for path, (x, _) in part.items())
    top = min(y - radius[path] for path, (_, y) in part.items())
    right = max(x + radius[path] for path, (x, _) in part.items())
    bottom = max(y + radius[path] for path, (_, y) in part.items())
    return left, top, right - left, bottom - top
