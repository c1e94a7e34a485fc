"""The languages of the pages: the six official ones of the United Nations."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its code for Django, its own name, which way it is written, and whether a reader has checked it."""

    code: str
    name: str
    direction: str = "ltr"
    is_reviewed: bool = False

    @property
    def locale(self) -> str:
        """Its code as gettext and Babel write it."""
        head, _, tail = self.code.partition("-")
        return f"{head}_{tail.title()}" if tail else head


LANGUAGES = (
    Language("ar", "العربية", "rtl"),
    Language("zh-hans", "中文", is_reviewed=True),
    Language("en", "English", is_reviewed=True),
    Language("fr", "Français"),
    Language("ru", "Русский"),
    Language("es", "Español"),
)
"""In the order of the UN Charter's languages as its Secretariat lists them."""

SOURCE = "en"
TRANSLATED = tuple(language for language in LANGUAGES if language.code != SOURCE)


def language(code: str | None) -> Language:
    """The language of this code; English for one that is none of ours."""
    return next((one for one in LANGUAGES if one.code == (code or "").lower()), LANGUAGES[2])
