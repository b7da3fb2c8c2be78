"""A graph for other programs.

`tables` are a network in rows, `csvtext` and `xmltext` keep to their standards, `write` finds the formats, one module each in `formats/`.
"""
