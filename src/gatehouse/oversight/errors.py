"""What can go wrong on the overseer's side."""


class OversightError(Exception):
    """What was asked cannot be shown: the cause, and what to do."""

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(f"{cause}; {remedy}")
