"""Translations written, approved, read; and those that reports use."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import IntegrityError, transaction

from gatehouse.assessment.acting import Given, acting, may_do, may_see
from gatehouse.assessment.confidentiality.marks import kept
from gatehouse.assessment.errors import ChangedMeanwhileError
from gatehouse.assessment.translations.errors import TranslationError
from gatehouse.assessment.translations.models import Approval, Translation
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.terms.saying import Saying

TEXT_CHARS_MAX = 50_000
APPROVED = "translation.approved"


def hash_of(text: str) -> str:
    """What makes two words the same: the SHA-256 of the text without spaces around it."""
    return hashlib.sha256(text.strip().encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Source:
    """The words of a piece as they stand, with the facts about the piece."""

    about: Subject
    text: str

    @property
    def of(self) -> str:
        """Which words these are."""
        return hash_of(self.text)

    @property
    def number(self) -> int:
        """The same as a number, for a field of a form."""
        return int(self.of[:12], 16)

    @property
    def told(self) -> str:
        """What the log calls translating them."""
        return f"{self.about.ref.partition(':')[0]}.translated"


@dataclass(frozen=True, slots=True)
class Translated:
    """A translation for a page; not `is_current` where the words were written anew since."""

    number: int
    language: str
    text: str
    by: str
    at: dt.datetime
    is_current: bool
    approved_by: str
    approved_at: dt.datetime | None


def translate(actor: Actor, source: Source, language: str, text: str, seen: tuple[int, int] | None = None) -> None:
    """Write the newest translation of these words. The one before stays, and its approval with it.

    `seen` are the words (`Source.number`) and the translation (0 for none) that were read before; where others stand,
    nothing is written and `ChangedMeanwhileError` has what stands. Raises `TranslationError` for no words.
    """
    if not text.strip() or len(text) > TEXT_CHARS_MAX:
        raise TranslationError(Saying("words are needed here, at most %(most)s characters", most=TEXT_CHARS_MAX))
    with acting(actor, source.told, source.about):
        stands = newest(source.about.ref, language)
        if seen is not None and seen[0] != source.number:
            raise ChangedMeanwhileError(Saying("what is translated"), source.text, text)
        if seen is not None and seen[1] != (stands.pk if stands else 0):
            raise ChangedMeanwhileError(Saying("this translation"), stands, text)
        told = {"ref": source.about.ref, "of": source.of, "language": language}
        Translation.objects.create(**told, text=text.strip(), by=actor.id)


def may_translate(actor: Actor, source: Source) -> bool:
    """Whether this person could write a translation: for showing a way to it."""
    return may_do(actor, source.told, source.about)


def approve(actor: Actor, source: Source, number: int) -> None:
    """Say that a translation says what the words say. Raises `TranslationError` for one that does not stand, is of
    older words or was approved already, and `NotAllowedError` for whoever wrote it.
    """
    row = Translation.objects.filter(pk=number, ref=source.about.ref).first()
    if row is None or newest(row.ref, row.language) != row:
        raise TranslationError(Saying("there is a newer translation; read that one"))
    with acting(actor, APPROVED, source.about, given=Given(requester=row.by)):
        if row.of != source.of:
            raise TranslationError(Saying("this is a translation of older words; have it written anew first"))
        try:
            with transaction.atomic():
                Approval.objects.create(translation=row, by=actor.id)
        except IntegrityError:
            raise TranslationError(Saying("this translation was approved already")) from None


def may_approve(actor: Actor, source: Source, by: str) -> bool:
    """Whether this person could approve what `by` translated: for showing a way to it."""
    return may_do(actor, APPROVED, source.about, Given(requester=by))


def newest(ref: str, language: str) -> Translation | None:
    """The translation of a piece that stands in a language, of whichever words; None where there is none."""
    return Translation.objects.filter(ref=ref, language=language).order_by("pk").last()


def open_translations(actor: Actor, source: Source) -> list[Translated]:
    """The translations that stand, one for each language; none where anything of the piece is kept from the reader."""
    about = source.about
    with acting(actor, "material.opened", about):
        circles = {None, *kept([about.ref]).get(about.ref, {}).values()}
        if not all(may_see(actor, replace(about, kept_to=circle)) for circle in circles):
            return []
        rows = Translation.objects.filter(ref=about.ref).select_related("approval").order_by("pk")
        stands = {row.language: row for row in rows}
        return [_translated(row, source) for row in stands.values()]


def _translated(row: Translation, source: Source) -> Translated:
    approval = getattr(row, "approval", None)
    by, at = (approval.by, approval.at) if approval else ("", None)
    return Translated(row.pk, row.language, row.text, row.by, row.at, row.of == source.of, by, at)


def approved(refs: Iterable[str]) -> dict[tuple[str, str], dict[str, str]]:
    """The newest approved translation by piece and hash of the words, by language: for what is frozen."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    rows = Translation.objects.filter(ref__in=list(refs), approval__isnull=False).order_by("pk")
    for row in rows:
        found.setdefault((row.ref, row.of), {})[row.language] = row.text
    return found


def to_approve(refs: Iterable[str]) -> list[Translation]:
    """The translations of these pieces that stand and wait for another person's word, oldest first."""
    rows = Translation.objects.filter(ref__in=list(refs)).select_related("approval").order_by("pk")
    stands = {(row.ref, row.language): row for row in rows}
    return sorted((row for row in stands.values() if not hasattr(row, "approval")), key=lambda row: row.pk)
