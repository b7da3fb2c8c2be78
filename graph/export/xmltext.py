"""Text that XML can hold.

In: any text. Out: the same without the characters that XML 1.0 (W3C, fifth edition, production 2) does not allow, which
no escape can write either: most control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
"""

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_safe(text: str) -> str:
    """`text` without forbidden characters."""
    return _FORBIDDEN.sub("", text)
