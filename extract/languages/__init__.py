"""All that is known of a language, as data: one TOML file each.

`language` is the shape that every file has, `forms` what stands in its lists; `load` reads and compiles them.
"""
