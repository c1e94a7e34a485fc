"""Each change to a name, on names whose outcome can be written down."""

import datetime as dt
from dataclasses import replace
from random import Random

import pytest

from gatehouse.simulation import name_changes as changes
from gatehouse.simulation.listed import Listed
from gatehouse.simulation.persons import Name, Spelling, latin, latin_in_full, person
from gatehouse.simulation.pools import NameToken, cultures
from gatehouse.simulation.told import Told, told
from gatehouse.terms.entry import ListedName, ListEntry

DICE = Random(1)


def _listed(shape: str, family: list[str], given: list[str], aliases: tuple[Spelling, ...] = ()) -> Listed:
    culture = next(one for one in cultures() if one.shape == shape)
    who = person(1, culture, (30, 40), dt.date(2026, 1, 20), Random(2))
    tokens = [tuple(NameToken(text, tuple(text.split("|"))) for text in texts) for texts in (family, given)]
    who = replace(who, name=Name(tokens[0], tokens[1], (), shape), spare=NameToken("Zoltan", ("Zoltan",)), sex="M")
    spelled = latin_in_full(who.name)
    entry = ListEntry("SIM", "1", (ListedName(spelled.full),))
    return Listed(who, entry, spelled, aliases)


SMITH = _listed("western", ["Schmitten"], ["Hans", "Peter"])
MASRI = _listed("arabic", ["al-Masri|El Masry"], ["Mohammed|Mohamed", "Hassan|Hasan"])
MULLER = _listed("western", ["Müller"], ["Jürgen"])
GARCIA = _listed("iberian", ["Garzón", "Lluch"], ["Ana"])
ALONE = _listed("mononym", [], ["Sukarman"])


def _plain(one: Listed) -> Told:
    return told(one.person, latin(one.person.name))


def _name(made: Told | None) -> tuple[str, str] | None:
    return (made.surname, made.given_names) if made else None


@pytest.mark.parametrize(
    ("change", "who", "expected"),
    [
        (changes.exact, SMITH, ("SCHMITTEN", "HANS PETER")),
        (changes.word_order, SMITH, ("HANS PETER", "SCHMITTEN")),
        (changes.word_order, ALONE, None),
        (changes.glued, SMITH, ("SCHMITTEN", "HANSPETER")),
        (changes.glued, MULLER, None),
        (changes.extra_given, SMITH, ("SCHMITTEN", "HANS PETER ZOLTAN")),
        (changes.dropped_given, SMITH, ("SCHMITTEN", "HANS")),
        (changes.dropped_given, MULLER, None),
        (changes.initial, SMITH, ("SCHMITTEN", "H P")),
        (changes.marks, MULLER, ("MULLER", "JURGEN")),
        (changes.marks, SMITH, None),
        (changes.respelling, SMITH, None),
        (changes.own_script, SMITH, None),
        (changes.alias, SMITH, None),
        (changes.double_surname, GARCIA, ("GARZON", "ANA")),
        (changes.double_surname, MASRI, None),
        (changes.first_name_unknown, SMITH, ("HANS PETER SCHMITTEN", "FNU")),
        (changes.truncated, SMITH, None),
        (changes.particle, SMITH, None),
    ],
)
def test_the_change_gives(change: object, who: Listed, expected: tuple[str, str] | None) -> None:
    assert callable(change)
    assert _name(change(who, _plain(who), DICE)) == expected


def test_a_title_is_glued_to_the_given_names() -> None:
    made = changes.title_glued(SMITH, _plain(SMITH), DICE)
    assert made
    assert made.given_names.startswith("HANS PETER")
    assert made.given_names.removeprefix("HANS PETER") in changes.TITLES["M"]


def test_particles_are_rewritten_glued_or_dropped() -> None:
    made = {_name(changes.particle(MASRI, _plain(MASRI), Random(seed))) for seed in range(40)}
    assert {one[0] for one in made if one} == {"EL MASRI", "ALMASRI", "ELMASRI", "MASRI"}


def test_a_father_s_name_gets_a_particle_where_the_surname_has_none() -> None:
    haddad = _listed("arabic", ["Haddad"], ["Omar", "Ali"])
    made = {_name(changes.particle(haddad, _plain(haddad), Random(seed))) for seed in range(20)}
    assert made == {("HADDAD", f"OMAR {particle} ALI") for particle in ("BIN", "IBN", "BEN")}


def test_a_respelling_is_one_that_the_list_does_not_have() -> None:
    made = {_name(changes.respelling(MASRI, _plain(MASRI), Random(seed))) for seed in range(60)} - {None}
    assert ("EL MASRY", "MOHAMED HASAN") in made
    assert ("AL MASRI", "MOHAMMED HASSAN") not in made


def test_an_alias_is_another_identity_of_the_entry() -> None:
    other = replace(SMITH, aliases=(Spelling("Ödegård", "Nils"),))
    assert _name(changes.alias(other, _plain(other), DICE)) == ("OEDEGAARD", "NILS")


def test_a_long_name_ends_where_the_passport_s_line_ends() -> None:
    long = _listed("iberian", ["Villavicencio", "Etxeberria"], ["Maximiliano", "Bartolome"])
    made = changes.truncated(long, _plain(long), DICE)
    assert made
    assert len(made.surname) + 2 + len(made.given_names) <= changes.NAME_FIELD_LENGTH
    assert "MAXIMILIANO BARTOLOME".startswith(made.given_names)


@pytest.mark.parametrize(
    ("typo", "difference"),
    [
        (changes.typo_substitution, 0),
        (changes.typo_transposition, 0),
        (changes.typo_insertion, 1),
        (changes.typo_deletion, -1),
    ],
)
def test_a_typing_error_touches_one_place_of_a_long_word(typo: object, difference: int) -> None:
    assert callable(typo)
    for seed in range(30):
        made = typo(SMITH, _plain(SMITH), Random(seed))
        if made:
            assert len(made.spelling.full) - len("HANS PETER SCHMITTEN") == difference
            assert made.surname[0] == "S"
            assert made.given_names.startswith("HANS P")


def test_vowels_change_one_word() -> None:
    made = {_name(changes.vowels(MASRI, _plain(MASRI), Random(seed))) for seed in range(40)} - {None}
    assert ("AL MASRI", "MOHAMED HASSAN") in made


def test_an_entry_in_its_own_script_is_told_as_a_passport_has_it() -> None:
    unspelled = replace(MASRI, spelled=None)
    assert ("AL MASRI", "MOHAMMED HASSAN") in {
        _name(changes.own_script(unspelled, _plain(unspelled), Random(seed))) for seed in range(10)
    }
