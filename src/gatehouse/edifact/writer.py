"""Segments to bytes: what `read` reads back unchanged (ISO 9735 §5 to §8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gatehouse.edifact.delimiters import DEFAULT, Delimiters


class Repeated(tuple[Sequence[str], ...]):
    """A repeating element of syntax version 4: `Repeated([("A", "B"), ("C",)])`."""

    __slots__ = ()


Element = str | Sequence[str] | Repeated
"""An element: one component, several, or several repetitions of components."""


def released(text: str, delimiters: Delimiters = DEFAULT) -> str:
    """`text` with the release character before every service character in it.

    Refuses (`ValueError`) control characters, which a reader takes for line wraps, and service characters where the
    delimiters have no release.
    """
    if any(c < " " for c in text):
        raise ValueError("a control character cannot be written; replace it by a blank")
    # The release character first: releasing others adds more of it.
    services = [delimiters.component, delimiters.element, delimiters.terminator, delimiters.repetition]
    for service in (delimiters.release, *services):
        if service == " " or service not in text:
            continue
        if delimiters.release == " ":
            raise ValueError("a service character stands in the text and the delimiters have no release character")
        text = text.replace(service, delimiters.release + service)
    return text


def _element(element: Element, delimiters: Delimiters) -> str:
    if isinstance(element, Repeated):
        if delimiters.repetition == " " and len(element) > 1:
            raise ValueError("an element is repeated and the delimiters have no repetition separator")
        repetitions = [_element(components, delimiters) for components in element]
        while repetitions and not repetitions[-1]:
            repetitions.pop()
        return delimiters.repetition.join(repetitions)
    components = [element] if isinstance(element, str) else list(element)
    while components and not components[-1]:
        components.pop()
    return delimiters.component.join(released(component, delimiters) for component in components)


def segment(tag: str, *elements: Element, delimiters: Delimiters = DEFAULT) -> str:
    """One segment without its terminator; empty trailing components and elements are left out (ISO 9735 §8).

    Refuses (`ValueError`) what the delimiters cannot express; see `released`.
    """
    parts = [tag, *(_element(element, delimiters) for element in elements)]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return delimiters.element.join(parts)


def message(
    reference: str, kind: Sequence[str], body: Iterable[str], *rest: Element, delimiters: Delimiters = DEFAULT
) -> list[str]:
    """UNH, the body's segments and UNT with the right count.

    `kind` is S009 (`PAXLST`, `D`, `15B`, `UN`, `IATA`), `rest` 0068 and S010.
    """
    segments = [segment("UNH", reference, kind, *rest, delimiters=delimiters), *body]
    return [*segments, segment("UNT", str(len(segments) + 1), reference, delimiters=delimiters)]


def write(
    segments: Iterable[str], delimiters: Delimiters = DEFAULT, encoding: str = "utf-8", newline: str = ""
) -> bytes:
    """An interchange's bytes from its written segments (UNB to UNZ), each followed by the terminator and `newline`.

    UNA is written when the delimiters are not the default.
    """
    service = "" if delimiters == DEFAULT else delimiters.service_string() + newline
    ended = delimiters.terminator + newline
    return (service + "".join(text + ended for text in segments)).encode(encoding)
