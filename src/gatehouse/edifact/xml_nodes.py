"""XML walked a booking at a time: elements from which each value is taken once, so that what nobody took is known.

Names are compared without namespace, case and underscores (`SSR_Code`, `SSRCode`): senders do not agree on them. A
document type and entities are refused; nothing is fetched, ever. Memory holds one booking, which has a limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, cast
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from gatehouse.edifact import limits
from gatehouse.edifact.errors import NotEdifactError, TooLargeError
from gatehouse.edifact.streaming import Streamed

DEPTH_MAX = 32
"""Elements inside each other; the schema has ten."""
ALONE = frozenset({"originator", "flightleg", "pnr"})
"""Elements handed out whole, with everything in them."""
BEGINNINGS = frozenset({"iatapnrgovnotifrq", "pnrs"})
"""Elements handed out as they begin, with their attributes only."""


class Node:
    """An element. What was asked of it is not told again by `left`."""

    def __init__(self, element: Element | None = None) -> None:
        self.name = _plain(str(element.tag)) if element is not None else ""
        self._shown = str(element.tag).rpartition("}")[2] if element is not None else ""
        self._values: dict[str, tuple[str, str]] = {}
        self._children: list[Node] = []
        self._text = ""
        if element is not None:
            self._values = {_plain(str(key)): (str(key).rpartition("}")[2], said) for key, said in element.items()}
            self._text = element.text or ""
            self._children = [Node(child) for child in element if isinstance(child.tag, str)]

    def value(self, *names: str) -> str:
        """The attribute of one of these names, else the text of such a child; the empty text where there is none."""
        for name in map(_plain, names):
            if name in self._values:
                return _tidy(self._values.pop(name)[1])
        for name in map(_plain, names):
            for child in self._children:
                if child.name == name and (said := child.text()):
                    return said
        return ""

    def text(self) -> str:
        """The text right inside the element."""
        said, self._text = _tidy(self._text), ""
        return said

    def every(self, *names: str) -> list[Node]:
        """The children of these names, in order."""
        wanted = set(map(_plain, names))
        return [child for child in self._children if child.name in wanted]

    def first(self, *names: str) -> Node:
        """The first child of these names; one that says nothing where there is none."""
        return next(iter(self.every(*names)), Node())

    def left(self) -> Iterator[str]:
        """Everything that nobody asked for, as `Element Attribute value`."""
        # Not by recursion: how deep the elements lie is for the sender to say.
        waiting = [self]
        while waiting:
            node = waiting.pop()
            for shown, said in node._values.values():
                if said := _tidy(said):
                    yield f"{node._shown} {shown} {said}"
            if said := _tidy(node._text):
                yield f"{node._shown} {said}"
            waiting.extend(reversed(node._children))


def _plain(name: str) -> str:
    return name.rpartition("}")[2].replace("_", "").lower()


def _tidy(text: str) -> str:
    """Without control characters and runs of blanks, neither of which EDIFACT can hold."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


class _Bounded(Streamed):
    """The document's bytes, of which no more come than one booking may have until `rest` is called."""

    _since = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most `size`."""
        taken = super().read(size)
        self._since += len(taken)
        if self._since > limits.MESSAGE_MAX:
            raise TooLargeError(
                f"a booking is longer than {limits.MESSAGE_MAX} bytes", self._since, "have the sender split it"
            )
        return taken

    def rest(self) -> None:
        """A booking is complete."""
        self._since = 0


def nodes(chunks: Iterator[bytes]) -> Iterator[Node]:
    """The elements of a PNRGOV document that matter, in order; a nameless one where a message ends.

    Refuses (`NotEdifactError`) a document type and a document that is no XML from its beginning. One that breaks off
    later ends there: what came before is whole.
    """
    stream, open_elements, told = _Bounded(chunks), list[Element](), False
    try:
        for event, element in iterparse(cast(BinaryIO, stream), ("start", "end"), forbid_dtd=True):
            name = _plain(str(element.tag))
            if event == "start":
                open_elements.append(element)
                if len(open_elements) > DEPTH_MAX:
                    raise NotEdifactError("its XML is nested too deep", 0, "ask the sender for the file again")
                if name in BEGINNINGS:
                    told = True
                    yield _beginning(element)
                continue
            open_elements.pop()
            if name in ALONE:
                yield Node(element)
            elif name == "iatapnrgovnotifrq":
                yield Node()
            if name in ALONE and open_elements:
                open_elements[-1].remove(element)
                stream.rest()
    except ParseError:
        if not told:
            raise NotEdifactError("it is damaged XML", 0, "ask the sender for the file again") from None
    except DefusedXmlException:
        cause = "its XML declares a document type or entities, which attacks use"
        raise NotEdifactError(cause, 0, "have the sender leave them out") from None
    except (ValueError, LookupError):
        raise NotEdifactError("its XML declares an encoding that is not read here", 0, "use UTF-8") from None


def _beginning(element: Element) -> Node:
    alone = Element(element.tag, dict(element.items()))
    return Node(alone)
