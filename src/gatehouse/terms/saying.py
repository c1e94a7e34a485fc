"""A sentence of the machine with its values apart, so that a page can say it in the reader's language.

`str(Saying("it has %(count)s lines", count=3))` is the English sentence; whoever translates looks up `text` and puts
the values in. The text is written out in the code, or nobody could find it to translate it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping


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
