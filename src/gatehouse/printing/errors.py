"""What can be wrong with a document, each with the place and never with its words: they may be about a person."""


class PrintingError(Exception):
    """A document that cannot be printed as it stands."""


class DocumentFaultError(PrintingError):
    """The values contradict each other or go beyond a limit. `place` says where, `fault` what, and what to do."""

    def __init__(self, place: str, fault: str) -> None:
        super().__init__(f"{place}: {fault}")
        self.place = place
        self.fault = fault


class FigureRefusedError(DocumentFaultError):
    """An SVG that holds more than a drawing: a script, a link to elsewhere, another document inside."""
