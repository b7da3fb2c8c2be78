"""Who belongs together in a network, and who stands between others.

In: a network. Out: a community and a betweenness for each node, the same for the same network. Communities by the Louvain
method (Blondel et al. 2008), betweenness by Brandes (2001), both by networkx, on one line for each pair that is tied, as
heavy as there are documents that say so. Nodes are numbered first: of numbers, Python's sets have one order, of texts not.
"""

from collections import Counter
from collections.abc import Sequence

import networkx as nx

from graph.show.network import Network

_SEED = 1
_WORK = 200_000  # lines that may be walked for betweenness, about a second; then paths from a sample must do
_FEWEST = 30


def communities(network: Network) -> dict[str, int]:
    """The community of each node, numbered from 1, the largest first; 0 for a node that makes one by itself."""
    paths = sorted(network)
    found = nx.community.louvain_communities(_plain(network, paths), weight="weight", seed=_SEED)
    ordered = sorted((sorted(part) for part in found if len(part) > 1), key=lambda part: (-len(part), part))
    numbers = {index: number for number, part in enumerate(ordered, 1) for index in part}
    return {path: numbers.get(index, 0) for index, path in enumerate(paths)}


def betweenness(network: Network) -> dict[str, float]:
    """The share of shortest paths between others that lead through each node, 0 to 1."""
    paths = sorted(network)
    plain = _plain(network, paths)
    found = nx.betweenness_centrality(plain, k=sources(network), seed=_SEED)
    return {path: found[index] for index, path in enumerate(paths)}


def sources(network: Network) -> int:
    """From how many nodes paths are followed: from all, unless the network is large."""
    return min(len(network), max(_FEWEST, _WORK // max(1, network.number_of_edges())))


def _plain(network: Network, paths: Sequence[str]) -> "nx.Graph[int]":
    number = {path: index for index, path in enumerate(paths)}
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(paths)))
    weights: Counter[tuple[int, int]] = Counter()
    for source, target, data in network.edges(data=True):
        weights[min(number[source], number[target]), max(number[source], number[target])] += data["weight"]
    plain.add_weighted_edges_from(
        (one, other, weight) for (one, other), weight in sorted(weights.items()) if one != other
    )
    return plain
