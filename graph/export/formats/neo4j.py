r"""CSV for `neo4j-admin database import` (Neo4j Operations Manual 5, Import): `nodes.csv`, `relationships.csv`.

In: `Tables`. Out: two files of UTF-8, the same for the same tables, with the types of Neo4j in their headers. A node has its class and
those above it as labels, a relationship the relation as its type. Texts are exact, so these files are for Neo4j and not for a
spreadsheet, which would run some of them as formulas. Lists are separated by the character U+001F, which no text has:

    neo4j-admin database import full --nodes=nodes.csv --relationships=relationships.csv \
      --array-delimiter=U+001F --multiline-fields=true
"""

from collections.abc import Mapping

from graph.export.tables import Table, Tables, Value
from graph.rows import to_csv

SEPARATOR = "\x1f"
_TYPES = {str: "", int: ":int", float: ":double", bool: ":boolean", tuple: ":string[]"}
_NODE = {"id": "path:ID", "classes": ":LABEL"}
_EDGE = {"source": ":START_ID", "target": ":END_ID", "relation": ":TYPE"}


def write_tables(tables: Tables) -> Mapping[str, bytes]:
    """The tables as files to import."""
    return {"nodes.csv": _csv(tables.nodes, _NODE), "relationships.csv": _csv(tables.edges, _EDGE)}


def _csv(table: Table, names: Mapping[str, str]) -> bytes:
    header = (names.get(name, f"{name}{_TYPES[kind]}") for name, kind in table.columns.items())
    return to_csv(header, ([_cell(row[name]) for name in table.columns] for row in table.rows))


def _cell(value: Value) -> str:
    if isinstance(value, tuple):
        return SEPARATOR.join(item.replace(SEPARATOR, " ") for item in value)
    return str(value).lower() if isinstance(value, bool) else str(value)
