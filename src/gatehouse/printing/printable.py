"""Text that every format can hold and that shows what it says.

Control characters and lone surrogates cannot stand in XML; the two characters that force a direction of writing can
make a name or a number read as another. Each becomes U+FFFD, which is seen. Line breaks and tabs become spaces: a
document has paragraphs for them.
"""

from __future__ import annotations

import re

_SPACES = re.compile("[\\t\\n\\r\\x0b\\x0c\\x85\u2028\u2029]+")
_UNPRINTABLE = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff\u202d\u202e]")


def printable(text: str) -> str:
    """The same text, printable; may be the text itself."""
    return _UNPRINTABLE.sub("\ufffd", _SPACES.sub(" ", text))
