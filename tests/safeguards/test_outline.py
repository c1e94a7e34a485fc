"""A profile laid out for reading has every table and key, filled in or not."""

from __future__ import annotations

import re
from dataclasses import fields

from gatehouse.safeguards.outline import outline
from gatehouse.safeguards.profile import Profile
from gatehouse.safeguards.profile_reading import examine
from gatehouse.safeguards.shipped import shipped
from law_files import demo


def test_every_value_of_the_file_is_shown() -> None:
    document = examine(demo()).document
    sections = list(outline(document))
    names = [section.name for section in sections]
    assert {re.sub(r" \d+$", "", name) for name in names} == {field.name for field in fields(Profile)}
    assert names.count("purposes 1") == 1
    shown = {(section.name, line.key): line.value for section in sections for line in section.lines}
    assert shown["retention", "mask_after"] == "P6M"
    assert shown["redress", "indirect_access"] == "yes"
    assert shown["review", "due_on"] == "2100-01-01"
    assert shown["provisions", "access"] == "Demonstration Act, s. 21"
    assert shown["masking", "elements"].startswith("names, contact")


def test_what_is_missing_is_told_from_what_may_be_absent() -> None:
    lines = {line.key: line for section in outline(examine(shipped("eu-2016-681")).document) for line in section.lines}
    assert (lines["public_key"].value, lines["public_key"].may_be_absent) == (None, False)
    assert (lines["nationality_provision"].value, lines["nationality_provision"].may_be_absent) == (None, True)


def test_everything_says_what_it_is() -> None:
    for section in outline(examine(demo()).document):
        assert section.says
        if section.name != "provisions":
            assert all(line.says for line in section.lines)


def test_a_file_of_other_things_is_laid_out_as_missing() -> None:
    for document in ({}, {"retention": 1, "purposes": 2, "provisions": 3}):
        assert all(line.value is None for section in outline(document) for line in section.lines)
