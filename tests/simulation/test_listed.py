"""Entries: several scripts, incomplete dates, and always the person behind them."""

from collections import Counter

from gatehouse.simulation.listed import LIST_NAME, Listed
from gatehouse.terms.dates import is_partial_date
from gatehouse.terms.entry import Handling


def _may_hold(born: str, earliest: str, latest: str) -> bool:
    return earliest <= born[: len(earliest)] and born[: len(latest)] <= latest


def test_an_entry_is_complete_enough_to_act_on(entries: list[Listed]) -> None:
    for one in entries:
        entry = one.entry
        assert entry.list == LIST_NAME
        assert entry.names
        assert entry.legal_basis
        assert entry.instruction
        assert entry.listed_on
        assert entry.updated_on
        assert entry.listed_on <= entry.updated_on
    assert len({one.entry.entry_id for one in entries}) == len(entries)


def test_a_stated_birth_date_never_excludes_the_person(entries: list[Listed]) -> None:
    for one in entries:
        spans = one.entry.birth_dates
        assert all(is_partial_date(span.earliest) and is_partial_date(span.latest) for span in spans)
        born = one.person.birth_date
        assert not spans or any(_may_hold(born, span.earliest, span.latest) for span in spans)


def test_dates_come_in_every_shape(entries: list[Listed]) -> None:
    shapes = Counter(
        (len(one.entry.birth_dates), *(len(span.earliest) for span in one.entry.birth_dates[:1])) for one in entries
    )
    assert {(0,), (1, 4), (1, 7), (1, 10), (2, 10)} <= set(shapes)
    assert any(span.earliest != span.latest for one in entries for span in one.entry.birth_dates)


def test_some_entries_know_no_latin_spelling(entries: list[Listed]) -> None:
    only = [one for one in entries if one.spelled is None]
    assert 0.04 < len(only) / len(entries) < 0.3
    assert all(not one.entry.names[0].full.isascii() for one in only)
    assert all(one.entry.names[0].script != "Latn" for one in only)


def test_names_of_several_scripts_and_qualities_are_listed(entries: list[Listed]) -> None:
    scripts = Counter(name.script for one in entries for name in one.entry.names)
    assert {"Latn", "Arab", "Cyrl", "Hani", "Hang", "Grek", "Hebr", "Deva"} <= set(scripts)
    assert {name.quality.value for one in entries for name in one.entry.names} == {"primary", "strong", "weak"}


def test_a_nom_de_guerre_is_no_identity_to_travel_under(entries: list[Listed]) -> None:
    assert not [alias for one in entries for alias in one.aliases if alias.full.startswith("Abu ")]


def test_handling_is_mostly_unrestricted(entries: list[Listed]) -> None:
    handlings = Counter(one.entry.handling for one in entries)
    assert set(handlings) == set(Handling)
    assert handlings[Handling.ANY] > 0.85 * len(entries)
