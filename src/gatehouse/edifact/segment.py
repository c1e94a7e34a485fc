"""One segment: its text without transport noise, and where it stood."""

from __future__ import annotations

from typing import NamedTuple

from gatehouse.edifact.delimiters import DEFAULT, Delimiters


class Segment(NamedTuple):
    """A segment of a message.

    `text` is the segment without its terminator and without line wraps, release characters still in it.
    `ordinal` counts from 1 inside the message (UNH is 1, as UCS 0096 counts), 0 outside any message. `offset` is the
    byte offset of the first character of the tag in the stream.
    """

    text: str
    ordinal: int = 0
    offset: int = 0
    delimiters: Delimiters = DEFAULT

    @property
    def tag(self) -> str:
        """The three-letter segment tag."""
        return self.text[:3]

    def elements(self) -> list[list[str]]:
        """Elements after the tag, each a list of components, released characters made literal."""
        return split(self.text, self.delimiters)

    def repetitions(self, element: int) -> list[list[str]]:
        """The repetitions of one element, each a list of components; one where none is in use."""
        parts = cut(self.text, self.delimiters.element, self.delimiters.release)[1:]
        if element >= len(parts):
            return []
        repeated = [parts[element]]
        if self.delimiters.repetition != " ":
            repeated = cut(parts[element], self.delimiters.repetition, self.delimiters.release)
        return [_components(part, self.delimiters) for part in repeated]


def cut(text: str, separator: str, release: str) -> list[str]:
    """Cut at each `separator` that no `release` precedes; release characters stay in the pieces.

    A blank `release` is none (UNA leaves it blank where nothing can be released).
    """
    if release not in text or release == " ":
        return text.split(separator)
    pieces, begin, i = [], 0, 0
    while i < len(text):
        if text[i] == release:
            i += 2
            continue
        if text[i] == separator:
            pieces.append(text[begin:i])
            begin = i + 1
        i += 1
    pieces.append(text[begin:])
    return pieces


def unreleased(text: str, release: str) -> str:
    """`text` with each released character literal; a release at the very end stands for itself."""
    if release not in text or release == " ":
        return text
    out, i = [], 0
    while i < len(text):
        if text[i] == release and i + 1 < len(text):
            i += 1
        out.append(text[i])
        i += 1
    return "".join(out)


def _components(text: str, delimiters: Delimiters) -> list[str]:
    return [unreleased(part, delimiters.release) for part in cut(text, delimiters.component, delimiters.release)]


def split(text: str, delimiters: Delimiters = DEFAULT) -> list[list[str]]:
    """The elements of a segment's text after its tag, each a list of components.

    Repetitions are not parted: a repetition separator stays in the component, because carriers use `*` as data too;
    `Segment.repetitions` parts them where a segment is known to repeat.
    """
    # Nearly every segment goes this way: no character to look at one by one.
    if delimiters.release not in text or delimiters.release == " ":
        component = delimiters.component
        return [part.split(component) for part in text.split(delimiters.element)[1:]]
    return [_components(part, delimiters) for part in cut(text, delimiters.element, delimiters.release)[1:]]


def at(elements: list[list[str]], element: int, component: int = 0) -> str:
    """One component, stripped of blanks; the empty text where it is absent."""
    try:
        return elements[element][component].strip()
    except IndexError:
        return ""
