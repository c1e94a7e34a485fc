"""Sentences of the rooms in the reader's language: their words are found in the catalogues, their values stay."""

from __future__ import annotations

from typing import Protocol

from django.utils.translation import gettext

from gatehouse.terms.saying import Saying


class Explained(Protocol):
    """An error that says why and what to do."""

    cause: Saying | str
    remedy: Saying | str


def said(*sayings: Saying | str) -> str:
    """The sentences in the reader's language, parted by semicolons; a text without values apart stays as it is."""
    return "; ".join(one.in_words(gettext) if isinstance(one, Saying) else one for one in sayings)


def told(fault: Explained) -> str:
    """Why something cannot be done, and what to do."""
    return said(fault.cause, fault.remedy)
