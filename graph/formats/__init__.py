"""The formats a network is exported to, one module each.

A module here is a format: its name is the suffix of the file (`gexf`) and its function `write` makes bytes of a `Drawing`.
"""
