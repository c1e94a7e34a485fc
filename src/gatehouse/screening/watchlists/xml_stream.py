"""Streams the entries of an XML list with memory for one entry at a time.

Document types, entities and anything from outside the file are refused (defusedxml), as is XML that is not well
formed: a file cut in half ends here and not in half a list. Names are compared by local name, because publishers
change namespaces between releases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from gatehouse.screening.watchlists.limits import DEPTH_MAX, ENTRY_ELEMENTS_MAX, XML_BYTES_MAX
from gatehouse.screening.watchlists.source import Source

FETCH_AGAIN = "fetch the complete file again from its publisher"


@dataclass(slots=True)
class _Walk:
    """Where the parser stands: the open elements, and how many elements the entry being read has so far."""

    wanted: frozenset[str]
    source: Source
    open: list[Element] = field(default_factory=list)
    entry_depth: int = 0
    entry_elements: int = 0

    def enter(self, element: Element) -> None:
        self.open.append(element)
        self.entry_elements += 1
        if not self.entry_depth and local_name(element) in self.wanted:
            self.entry_depth, self.entry_elements = len(self.open), 0
        if len(self.open) > DEPTH_MAX or self.entry_elements > ENTRY_ELEMENTS_MAX:
            raise self.source.refuse("XML", "elements nest too deep or one entry has too many", FETCH_AGAIN)

    def leave(self) -> bool:
        """Whether the element just closed is a wanted one; others outside entries are forgotten at once."""
        element = self.open.pop()
        complete = len(self.open) + 1 == self.entry_depth
        if complete:
            self.entry_depth = 0
        if not self.entry_depth:
            self.entry_elements = 0
            if self.open:
                self.open[-1].remove(element)
        return complete


def elements(source: Source, wanted: frozenset[str]) -> Iterator[Element]:
    """The root element (its attributes only), then each outermost element whose local name is wanted, in order."""
    source.check_size(XML_BYTES_MAX)
    walk = _Walk(wanted, source)
    try:
        for event, element in iterparse(source.stream, ("start", "end"), forbid_dtd=True):
            if event == "start":
                walk.enter(element)
                if len(walk.open) == 1:
                    yield element
            elif walk.leave():
                yield element
    except ParseError as fault:
        line, column = fault.position
        cause = f"not well-formed XML (error {fault.code}): cut off or damaged"
        raise source.refuse(f"line {line}, column {column}", cause, FETCH_AGAIN) from None
    except DefusedXmlException:
        cause = "the XML declares a document type or entities, which lists do not need and attacks use"
        raise source.refuse("prologue", cause, FETCH_AGAIN) from None
    except (ValueError, LookupError):
        raise source.refuse("prologue", "the XML declares an encoding that is not read here", "use UTF-8") from None


def local_name(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element, name: str) -> Iterator[Element]:
    """The direct children of that local name."""
    return (child for child in element if local_name(child) == name)


def text(element: Element, name: str) -> str:
    """The text of the first child of that local name, white space tidied, `""` when there is none."""
    return next((" ".join((child.text or "").split()) for child in children(element, name)), "")


def texts(element: Element, name: str, inner: str) -> list[str]:
    """The texts of every `inner` inside every child called `name`, empty ones left out."""
    found = (
        " ".join((part.text or "").split()) for child in children(element, name) for part in children(child, inner)
    )
    return [value for value in found if value]
