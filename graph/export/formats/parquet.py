"""Apache Parquet (https://parquet.apache.org/docs/file-format/), for pandas, DuckDB, Spark: columns with types, lists as lists.

In: `Tables`. Out: `nodes.parquet`, `edges.parquet`, `statements.parquet`, the same for the same tables and the same version of
pyarrow, which is an extra of pactgraph.
"""

import io
from collections.abc import Mapping

from graph.export.tables import Table, Tables
from ontology.errors import PactgraphError


def write_tables(tables: Tables) -> Mapping[str, bytes]:
    """The tables as Parquet files. Raises PactgraphError when pyarrow is not installed."""
    named = {"nodes": tables.nodes, "edges": tables.edges, "statements": tables.statements}
    return {f"{name}.parquet": _parquet(table) for name, table in named.items()}


def _parquet(table: Table) -> bytes:
    try:
        import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415  an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        message = "Parquet needs pyarrow; install it with: pip install 'pactgraph[parquet]'"
        raise PactgraphError(message) from error
    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), tuple: pa.list_(pa.string())}
    columns = {name: [row[name] for row in table.rows] for name in table.columns}
    schema = pa.schema([(name, types[kind]) for name, kind in table.columns.items()])
    out = io.BytesIO()
    parquet.write_table(pa.table(columns, schema), out)
    return out.getvalue()
