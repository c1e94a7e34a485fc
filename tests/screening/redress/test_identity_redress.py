"""What statements present beside a verified identity, in keyed hashes."""

from __future__ import annotations

from gatehouse.screening.redress.identity import Verified, identity_of, presented, words_of
from gatehouse.screening.redress.number import check_sign
from screening.redress.people import KEY, passport, redress, traveller

WHO = Verified("Yusuf Ali Karim", "1991-03-02", (("X-123 4567", "uto"),))


def test_spelling_of_documents_and_names_does_not_matter() -> None:
    identity = identity_of(WHO, KEY)
    seen = presented([traveller("KARIM/YUSUF ALI", "1991-03-02", passport())], KEY)
    assert seen.documents == identity.documents
    assert seen.births == {identity.birth}
    assert seen.names == (identity.names,)


def test_nothing_is_kept_in_clear_and_another_key_gives_other_hashes() -> None:
    identity = identity_of(WHO, KEY)
    shown = repr(identity)
    assert not any(part in shown for part in ("YUSUF", "KARIM", "1991", "1234567"))
    assert identity_of(WHO, b"another") != identity


def test_a_redress_number_counts_only_as_such_and_never_as_a_document() -> None:
    number = "ABCDEFGHJ" + check_sign("ABCDEFGHJ")
    seen = presented([traveller("A/B", None, redress(number), passport(number, "UTO"))], KEY)
    assert len(seen.numbers) == len(seen.documents) == 1
    assert presented([traveller("A/B", None, redress("wrong"))], KEY).numbers == frozenset()


def test_a_document_without_issuer_and_a_vague_birth_date_prove_nothing() -> None:
    seen = presented([traveller("A/B", "1991-03", passport(issuer=""))], KEY)
    assert (seen.documents, seen.births, seen.vague_birth) == (frozenset(), frozenset(), True)


def test_words_of_names_in_other_scripts() -> None:
    assert words_of("O'Brien-Smid") == {"OBRIEN", "SMID"}
    assert words_of("Šmíd") == {"SMID"}
    assert words_of("1234") == frozenset()
