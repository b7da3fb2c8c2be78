"""The formats a graph is exported to, one module each.

A module here is a format: its name is the suffix of the file (`gexf`), and it has one of three functions.

- `write(drawing)` makes the bytes of a file of a `Drawing`: network programs.
- `write_triples(triples)` makes the bytes of a file of all triples: RDF.
- `write_tables(tables)` makes the bytes of several files, by their names, of the `Tables` of a network.
"""
