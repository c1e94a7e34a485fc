"""Families of variants are found by letters, and by sound when long enough."""

from gatehouse.names.lexicon import NO_FAMILY, families, members
from gatehouse.names.sound import fold


def same_family(one, other):
    return bool(families(one, fold(one)) & families(other, fold(other)))


def test_exonyms_share_a_family():
    assert same_family("volodymyr", "vladimir")
    assert same_family("oleksandr", "alexander")


def test_surname_spellings_share_a_family():
    assert same_family("lee", "rhee")
    assert same_family("park", "bak")


def test_a_spelling_not_listed_is_found_by_its_sound():
    assert same_family("volodimyr", "vladimir")


def test_short_names_are_never_found_by_sound():
    assert families("yae", fold("yae")) == NO_FAMILY


def test_other_names_have_no_family():
    assert families("skjoldager", fold("skjoldager")) == NO_FAMILY


def test_a_name_may_stand_in_two_families():
    assert len(families("ted", fold("ted"))) == 2


def test_every_family_has_two_members_or_more():
    assert all(len(names) >= 2 for names in members().values())
    assert all(name.isascii() and name.islower() for names in members().values() for name in names)
