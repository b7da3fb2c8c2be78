"""A graph for other programs.

`tables` are a network in rows, `xmltext` is what XML can hold; `write` finds the formats, one module each in `formats/`.
"""
