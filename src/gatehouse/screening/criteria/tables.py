"""A table of a TOML or JSON file, asked for typed values: what is missing, of another type or too long is refused.

Every refusal says in which file and where. Texts and lists are bounded, so that a file costs no more than its size.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from gatehouse.screening.criteria.errors import CriterionFileError
from gatehouse.terms.saying import Saying

TEXT_MAX = 4_000
"""Characters of one text."""
LIST_MAX = 10_000
"""Items of one list."""
NUMBER_MAX = 1e12


class Table:
    """One table at `position` in `file`; `only` refuses keys that are not known."""

    def __init__(self, values: object, file: str, position: str) -> None:
        self.file, self.position = file, position
        if not isinstance(values, Mapping):
            raise self.refused("", Saying("is no table"), Saying("write a table with the keys of docs/criteria.md"))
        self._values = values

    def refused(self, key: str, cause: Saying, remedy: Saying) -> CriterionFileError:
        """The refusal of one key, or of the table as a whole."""
        return CriterionFileError(self.file, f"{self.position}, {key}" if key else self.position, cause, remedy)

    def only(self, *known: str) -> None:
        """Refuse a key that is not known: a misspelt safeguard must not be silently absent."""
        for key in self._values:
            if key not in known:
                raise self.refused(
                    str(key)[:40], Saying("is not known here"), Saying("known are %(names)s", names=", ".join(known))
                )

    def has(self, key: str) -> bool:
        """Whether the key is there and not null."""
        return self._values.get(key) is not None

    def value(self, key: str) -> object:
        """The value as the file has it, `None` when absent."""
        return self._values.get(key)

    def text(self, key: str) -> str:
        """A text that must be there and not be blank."""
        found = self.maybe_text(key)
        if found is None or not found.strip():
            raise self.refused(key, Saying("is missing or blank"), Saying("write it"))
        return found

    def maybe_text(self, key: str) -> str | None:
        """A text, or `None` when absent."""
        found = self._values.get(key)
        if found is not None and (not isinstance(found, str) or len(found) > TEXT_MAX):
            raise self.refused(
                key, Saying("is no text of at most %(most)s characters", most=TEXT_MAX), Saying("shorten or quote it")
            )
        return found

    def maybe_number(self, key: str) -> float | None:
        """A finite number, or `None` when absent."""
        found = self._values.get(key)
        if found is None:
            return None
        if isinstance(found, bool) or not isinstance(found, int | float) or not abs(found) <= NUMBER_MAX:
            raise self.refused(key, Saying("is no number of a usable size"), Saying("write a number"))
        return found

    def whole(self, key: str) -> int:
        """A whole number that must be there."""
        found = self.maybe_number(key)
        if not isinstance(found, int):
            raise self.refused(key, Saying("is missing or no whole number"), Saying("write a whole number"))
        return found

    def maybe_flag(self, key: str) -> bool | None:
        """True or false, or `None` when absent."""
        found = self._values.get(key)
        if found is not None and not isinstance(found, bool):
            raise self.refused(key, Saying("is neither true nor false"), Saying("write true or false"))
        return found

    def date(self, key: str) -> dt.date:
        """A calendar day that must be there."""
        found = self._values.get(key)
        if not isinstance(found, dt.date) or isinstance(found, dt.datetime):
            raise self.refused(key, Saying("is missing or no day"), Saying("write it without quotes, as 2026-11-21"))
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty when absent."""
        found = self._list(key)
        if not all(isinstance(item, str) and len(item) <= TEXT_MAX for item in found):
            raise self.refused(key, Saying("holds something that is no text"), Saying("write a list of texts"))
        return tuple(str(item) for item in found)

    def tables(self, key: str) -> Iterator[Table]:
        """The tables of a list, none when absent."""
        for number, item in enumerate(self._list(key), 1):
            yield Table(item, self.file, f"{self.position}, {key} {number}")

    def table(self, key: str) -> Table:
        """A table that must be there."""
        return Table(self._values.get(key), self.file, f"{self.position}, {key}")

    def maybe_table(self, key: str) -> Table | None:
        """A table, or `None` when absent."""
        return self.table(key) if self.has(key) else None

    def _list(self, key: str) -> list[object]:
        found = self._values.get(key)
        if found is None:
            return []
        if not isinstance(found, list) or len(found) > LIST_MAX:
            raise self.refused(
                key, Saying("is no list of at most %(most)s items", most=LIST_MAX), Saying("write a list")
            )
        return found
