"""A sentence of the machine with its values apart, so that a page can say it in the reader's language.

`str(Saying("it has %(count)s lines", count=3))` is the English sentence; whoever translates looks up `text` and puts
the values in. The text is written out in the code, or nobody could find it to translate it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce


class Saying:
    """A fixed text with places named `%(name)s`, and what stands in them, which may be sayings themselves.

    Two are equal that say the same.
    """

    __slots__ = ("text", "values")

    def __init__(self, text: str, **values: object) -> None:
        self.text: str = text
        self.values: Mapping[str, object] = values

    def about(self, **values: object) -> Saying:
        """The same sentence with these values."""
        return Saying(self.text, **values)

    def in_words(self, translated: Callable[[str], str]) -> str:
        """The sentence in the language of `translated`, which turns one text into another with the same places."""
        text = translated(self.text)
        if not self.values:
            return text
        each = self.values.items()
        return text % {n: v.in_words(translated) if isinstance(v, Saying) else v for n, v in each}

    def __str__(self) -> str:
        return self.in_words(str)

    def __repr__(self) -> str:
        return f"Saying({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Saying) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


ONE_AND_MORE, AT, AS_IT_IS = "%(one)s; %(more)s", "%(at)s: %(says)s", "%(says)s"
"""Nothing in them is for translators."""


def together(*sayings: Saying | str) -> Saying:
    """Several sentences as one, parted by semicolons. ValueError for none."""
    if not sayings:
        raise ValueError("nothing is said")
    said = [one if isinstance(one, Saying) else Saying(AS_IT_IS, says=one) for one in sayings]
    return reduce(lambda one, more: Saying(ONE_AND_MORE, one=one, more=more), said)


def placed(at: str, says: Saying) -> Saying:
    """A sentence with the place or code that it is about before it."""
    return Saying(AT, at=at, says=says)
