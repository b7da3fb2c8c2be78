"""A document as text, from its characters to its sections.

`source` is what a file holds, `characters` keep where they came from, `furniture` knows what pages print around the text,
`layout` makes paragraphs, `describe` finds what the document says of itself, `sections` who speaks.
"""
