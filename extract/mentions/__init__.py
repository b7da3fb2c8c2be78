"""What a paragraph names.

`folding` gives names one spelling, `names` finds those of the lists; `dates`, `symbols`, `titles`, `events` and `laws` know what is
recognized by its form; `broken` finds names that a PDF parted; `keys` tells its key, from what its name says (`wording`) or its words
(`slug`). `recognize` puts all of a paragraph in order, each a `mention` in a `scope`; `places` answers which of them stand where. `memory`
keeps what the document introduced, by which `resolve` reads what depends on it, `adopted` whose
resolution a number is; `implied` and `occasions` tell what else is meant.
"""
