"""CSV (RFC 4180), for spreadsheets and pandas: `nodes.csv`, `edges.csv`, `statements.csv`.

In: `Tables`. Out: three files of UTF-8, the same for the same tables. Lists are joined by ` | `.

A spreadsheet runs a text as a formula when it begins with = + - @, with their wide forms, or with a tab or line break
(https://owasp.org/www-community/attacks/CSV_Injection). Such a text gets an apostrophe before it, and so does one that has
apostrophes before such a character: who takes one away again, where one of these follows, has the text as it was.
"""

import re
from collections.abc import Mapping

from graph.export.tables import Tables, Value
from graph.rows import to_csv

_FORMULA = re.compile("'*[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")


def write_tables(tables: Tables) -> Mapping[str, bytes]:
    """The tables as CSV files."""
    named = {"nodes": tables.nodes, "edges": tables.edges, "statements": tables.statements}
    return {
        f"{name}.csv": to_csv(table.columns, ([_cell(row[column]) for column in table.columns] for row in table.rows))
        for name, table in named.items()
    }


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    text = value if isinstance(value, str) else " | ".join(value)
    return f"'{text}" if _FORMULA.match(text) else text
