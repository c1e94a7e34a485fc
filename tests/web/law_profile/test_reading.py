"""The law in force is read by everybody who works under it, with what nobody verified said on top."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from django.test import Client

from gatehouse.app.law import Law, Mode
from gatehouse.records.law import law, put_in_force
from gatehouse.safeguards.profile import Note
from gatehouse.safeguards.shipped import demo_profile
from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.law_profile.reading import TITLES, parts


@pytest.fixture(autouse=True)
def _law() -> Iterator[None]:
    yield
    put_in_force(Law(Mode.DEMO, demo_profile()))


def test_every_table_of_the_profile_is_shown_in_words(browser: Callable[..., Client]) -> None:
    page = browser(Role.ANALYST).get("/law/")
    text = page.content.decode()
    assert {part.code for part in page.context["parts"]} == set(TITLES) - (
        set() if law().profile.recipients else {"recipients"}
    )
    assert "6 months" in text
    assert law().profile.oversight.body in text


def test_what_is_not_verified_stands_first_and_marks_its_table(browser: Callable[..., Client]) -> None:
    doubt = Note("retention.mask_after", "six months, it is said", "a source", verified=False)
    profile = replace(demo_profile(), notes=(doubt,))
    put_in_force(Law(Mode.DEMO, profile))
    text = browser(Role.OPERATOR).get("/law/").content.decode()
    assert "six months, it is said" in text
    assert [part.code for part in parts(profile) if part.doubts] == ["retention"]


def test_a_lapsed_review_says_what_follows(browser: Callable[..., Client]) -> None:
    long_ago = dt.date(2020, 1, 1)
    review = replace(demo_profile().review, approved_on=long_ago, due_on=long_ago)
    put_in_force(Law(Mode.DEMO, replace(demo_profile(), review=review)))
    page = browser(Role.ANALYST).get("/law/")
    assert page.context["kind"] == "bad"
    assert "nobody is screened anew" in page.content.decode()
