"""The translations of a piece as its page shows them, with where one is written and where one is approved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from gatehouse.assessment.translations import store
from gatehouse.assessment.translations.store import Source, Translated
from gatehouse.safeguards.decision import Actor
from gatehouse.web.wording.languages import LANGUAGES, Language, language


@dataclass(frozen=True, slots=True)
class Told:
    """A translation as a page shows it, and where it is approved by whoever may."""

    into: Language
    is_open: bool
    row: Translated
    approve: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The translations of a piece, and where this reader could write one, for each language."""

    told: list[Told]
    write: list[tuple[Language, str]]


def translations_of(actor: Actor, source: Source, reading: str, address: Callable[[str, object], str]) -> Shown:
    """The translations of a piece for a page; `address` gives the address of `translate` (a language) and of `approve`
    (the number of a translation).
    """
    found = [
        Told(
            language(one.language),
            one.language == reading,
            one,
            address("approve", one.number) if _waits(one) and store.may_approve(actor, source, one.by) else "",
        )
        for one in store.open_translations(actor, source)
    ]
    may = store.may_translate(actor, source)
    return Shown(found, [(one, address("translate", one.code)) for one in LANGUAGES] if may else [])


def _waits(one: Translated) -> bool:
    return one.is_current and not one.approved_by


def of_a_finding(code: str, cycle: int, number: int) -> Callable[[str, object], str]:
    """The addresses for the translations of a finding."""
    return lambda act, one: reverse(f"assessment-finding-{act}", args=(code, cycle, number, one))


def of_a_recommendation(pk: int) -> Callable[[str, object], str]:
    """The addresses for the translations of a recommendation."""
    return lambda act, one: reverse(f"recommendation-{act}", args=(pk, one))
