"""The page of a hit: both sides, and decisions by one and by two."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.review import decisions, states
from gatehouse.screening.review.answers import Answer
from gatehouse.screening.review.models import Act, Review
from reviewing import ANALYST, NAME_ONLY, look, state_of

Browser = Callable[..., Client]
WHY = {"text": "the scar in both pictures"}


def looked() -> dict[str, int]:
    seen = look()
    return {"acts": seen.acts, "version": seen.version}


def test_it_shows_both_sides_field_by_field_with_the_segment_behind(browser: Browser, hit: int) -> None:
    analyst = browser(Role.ANALYST, purpose="screening")
    page = analyst.get(f"/hits/{hit}/").content.decode()
    for told in ("ANN ROE", "Ann Roe", "1 Jan 1980", "agrees", "the same", "P123", "Is this"):
        assert told in page
    assert "DOE" not in page
    link = next(part.split('"')[0] for part in page.split('href="') if "/segments/" in part)
    behind = analyst.get(link.partition("#")[0]).content.decode()
    assert "NAD+FL+++ROE:ANN" in behind
    assert "DOE" not in behind


def test_two_persons_confirm_and_one_is_not_two(browser: Browser, account: Callable, hit: int) -> None:
    first = account(Role.ANALYST, Role.SENIOR_ANALYST)
    analyst, senior = browser(of=first, purpose="screening"), browser(Role.SENIOR_ANALYST, purpose="screening")
    said = {"answer": "same", "reason": "same/picture", **WHY, **looked()}
    assert analyst.post(f"/hits/{hit}/decide/", said).status_code == 302
    assert state_of() == states.SECOND
    assert analyst.post(f"/hits/{hit}/second/", {"agrees": "yes", **looked()}).status_code == 403
    assert state_of() == states.SECOND
    page = senior.post(f"/hits/{hit}/second/", {"agrees": "yes", **looked()}, follow=True).content.decode()
    assert "Confirmed by two persons" in page
    assert "the scar in both pictures" in page


def test_what_is_missing_is_told_and_nothing_typed_is_lost(browser: Browser, hit: int) -> None:
    analyst = browser(Role.ANALYST, purpose="screening")
    said = {"answer": "not-same", "reason": "same/picture", "text": "<b>mine</b>", **looked()}
    answer = analyst.post(f"/hits/{hit}/decide/", said)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "belongs to another answer" in page
    assert "&lt;b&gt;mine&lt;/b&gt;" in page
    assert Act.objects.count() == 0


def test_who_was_overtaken_is_told_and_keeps_what_they_wrote(browser: Browser, hit: int) -> None:
    said = {"answer": "same", "reason": "same/picture", **WHY, **looked()}
    decisions.decide(ANALYST, look(), Answer.CANNOT_TELL, NAME_ONLY._replace(reason="document"))
    answer = browser(Role.ANALYST, purpose="screening").post(f"/hits/{hit}/decide/", said)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "nothing of yours was stored" in page
    assert "the scar in both pictures" in page
    assert Act.objects.count() == 1


def test_a_decided_hit_is_reopened_by_two(browser: Browser, hit: int) -> None:
    decisions.decide(ANALYST, look(), Answer.NOT_SAME, NAME_ONLY)
    one, two = (browser(Role.SENIOR_ANALYST, purpose="screening", reference="C-1") for _ in range(2))
    one.post(f"/hits/{hit}/reopen/", {"reason": "mistake", "text": "read wrongly", **looked()})
    assert state_of() == states.CLEARED_QUESTIONED
    two.post(f"/hits/{hit}/second/", {"agrees": "yes", **looked()})
    assert state_of() == states.REOPENED


def test_it_is_taken_and_put_back(browser: Browser, hit: int) -> None:
    analyst = browser(Role.ANALYST, purpose="screening")
    analyst.post(f"/hits/{hit}/take/", looked())
    assert state_of() == states.ASSIGNED
    analyst.post(f"/hits/{hit}/take/", {**looked(), "back": "yes"})
    assert state_of() == states.OPEN


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.BORDER_OFFICER, Role.ADMINISTRATOR, Role.CRITERIA_AUTHOR])
def test_who_may_not_look_sees_no_name(browser: Browser, hit: int, role: Role) -> None:
    client = browser(role)
    for url in (f"/hits/{hit}/", "/hits/"):
        answer = client.get(url)
        assert answer.status_code == 403
        assert "ROE" not in answer.content.decode()


def test_the_border_is_told_of_matches_elsewhere_and_less(browser: Browser, hit: int) -> None:
    Review.objects.update(state="confirmed", confirmed_by="account:1", waiting=False)
    answer = browser(Role.BORDER_OFFICER, purpose="screening").get(f"/hits/{hit}/")
    assert answer.status_code == 403
    assert "ROE" not in answer.content.decode()


def test_who_oversees_looks_and_decides_nothing(browser: Browser, hit: int) -> None:
    overseer = browser(Role.OVERSIGHT_READER, purpose="oversight", reference="C-1")
    assert "ANN ROE" in overseer.get(f"/hits/{hit}/").content.decode()
    said = {"answer": "not-same", "reason": "not-same/name-only", "text": "", **looked()}
    assert overseer.post(f"/hits/{hit}/decide/", said).status_code == 403
    assert overseer.post(f"/hits/{hit}/take/", looked()).status_code == 403
    assert Act.objects.count() == 0


def test_a_hit_that_is_not_there_is_a_page_that_is_not_there(browser: Browser, hit: int) -> None:
    assert browser(Role.ANALYST, purpose="screening").get(f"/hits/{hit + 1}/").status_code == 404
