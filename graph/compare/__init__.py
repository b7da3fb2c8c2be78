"""A graph beside another one: its own past, the record of the depositary. A document beside its language versions.

`diff` lists what a later graph says otherwise, `treaty_table` reads the record and `reconcile` holds words against it,
`witness` compares languages.
"""
