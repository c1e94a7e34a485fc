"""Titles and the comparing of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatehouse.screening.messages.pnrgov.naming import agree, key, resembles, split_ms, split_title

LETTERS = st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("wire", "given_names", "title"),
    [
        ("ASTRID MRS", "ASTRID", "MRS"),
        ("ASTRIDMRS", "ASTRID", "MRS"),
        ("MI RANMR", "MI RAN", "MR"),
        ("KMR", "K", "MR"),
        ("AMRS", "A", "MRS"),
        ("SAMCHD", "SAM", "CHD"),
        ("LARSMSTR", "LARS", "MSTR"),
        ("ODAMISS", "ODA", "MISS"),
        ("MR LARS", "LARS", "MR"),
        ("LARS DR MR", "LARS", "DR MR"),
        ("LARS MR(ADT)", "LARS", "MR"),
        ("MR", None, "MR"),
        ("AMR", "AMR", None),
        ("OMAR", "OMAR", None),
        ("ADAMS", "ADAMS", None),
        ("NINA MS", "NINA", "MS"),
        ("ALEXANDR", "ALEXANDR", None),
        ("", None, None),
    ],
)
def test_split_title(wire, given_names, title):
    assert split_title(wire) == (given_names, title)


@given(LETTERS)
def test_a_glued_title_never_leaves_less_than_two_letters(name):
    left, title = split_title(name)
    assert title is None or left is None or len(left) >= 2
    assert (left or "") + (title or "") == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [("NINAMS", ("NINA", "MS")), ("AMS", ("AMS", None)), ("NINA", ("NINA", None)), (None, (None, None))],
)
def test_split_ms(name, expected):
    assert split_ms(name) == expected


def test_key_drops_what_wraps_and_hyphens_bring():
    assert key("Lind qvist-Berg") == key("LINDQVIST BERG") == "LINDQVISTBERG"
    assert key(None) == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("LINDQVIST", "ODA"), ("LINDQVIST", "ODA"), True),
        (("LINDQVIST", "ODA"), ("LINDQVIST", "ODAMAREN"), True),
        (("LINDQVIST", "O"), ("LINDQVIST", "ODA"), False),
        (("LINDQVIST", "ODA"), ("LINDQVIST", "LARS"), False),
        (("LINDQVIST", "ODA"), ("BERG", "ODA"), False),
        (("LINDQV", "ISTODA"), ("LINDQVIST", "ODA"), True),
        (("LINDQVIST", ""), ("LINDQVIST", ""), True),
        (("", ""), ("", ""), False),
    ],
)
def test_agree(one, other, same):
    assert agree(one, other) is same
    assert agree(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ODA", "ODDA", True),
        ("ODA", "IDA", False),
        ("MARIA", "MARTA", False),
        ("SOPHIA OLIVIA", "OLIVIA", True),
        ("ODA", None, True),
    ],
)
def test_resembles_does_not_make_one_of_twins(one, other, same):
    assert resembles(one, other) is same
    assert resembles(other, one) is same
