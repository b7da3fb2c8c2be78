"""A readable key for what is found in text alone.

In: a name and what is known of it. Out: the last part of a path, the same in every document: letters and digits of any
script, joined by hyphens (RFC 3987 lets them stand in an IRI as they are).
"""

import unicodedata

import regex

_APART = regex.compile(r"[^\p{L}\p{N}]+")
_LONGEST = 80


def slug(*parts: str) -> str:
    """Join the parts that are not empty, folded to lower case, cut at 80 characters."""
    text = unicodedata.normalize("NFKC", "-".join(part for part in parts if part)).lower()
    return _APART.sub("-", text).strip("-")[:_LONGEST].strip("-")
