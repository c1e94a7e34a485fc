"""Operators see what was given up and no person's data, and decide: try again, or leave it undone for a reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client

from gatehouse.safeguards.vocabulary import Role
from gatehouse.web.jobs.mending import KINDS
from gatehouse.work.kinds import kinds
from gatehouse.work.models import Trouble
from gatehouse.work.putting import put
from signed_in import entries


@pytest.fixture
def operator(browser: Callable[..., Client]) -> Client:
    """An operator."""
    return browser(Role.OPERATOR, purpose="upkeep")


@pytest.fixture
def job(operator: Client) -> int:
    """A job about file 7 that was given up."""
    del operator  # the database is emptied first
    put("read", 7)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing'")
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed' RETURNING id")
        (number,) = cursor.fetchone()
    failed = {"error": "KeyError", "place": "screening/flow.py:88", "state": "given-up", "tries": 5}
    Trouble.objects.create(job=number, kind="read", number=7, **failed)
    return int(number)


def _status(job: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT status::text FROM procrastinate_jobs WHERE id = %s", [job])
        return str(cursor.fetchone()[0])


def test_what_was_given_up_is_shown_with_class_and_place(operator: Client, job: int) -> None:
    page = operator.get("/jobs/")
    assert [row["job"] for row in page.context["rows"]] == [job]
    assert "KeyError at screening/flow.py:88" in page.content.decode()
    assert [one.given_up for _, one in page.context["counts"]] == [1]
    assert operator.get("/jobs/?state=dismissed").context["rows"] == []
    assert next(entry.subject for entry in entries("work.viewed")) == "store:work"


def test_it_is_tried_again(operator: Client, job: int) -> None:
    answer = operator.post(f"/jobs/{job}/retry/", follow=True)
    assert "It is tried again." in answer.content.decode()
    assert _status(job) == "todo"
    trouble = Trouble.objects.get()
    assert (trouble.state, trouble.tries) == ("retrying", 0)
    (entry,) = entries("work.retried")
    assert (entry.subject, entry.actor) == (f"job:{job}", trouble.decided_by)
    again = operator.post(f"/jobs/{job}/retry/", follow=True)
    assert "none that was given up and waits for a decision" in again.content.decode()
    assert len(entries("work.retried")) == 1


def test_it_is_left_undone_for_a_reason_only(operator: Client, job: int) -> None:
    assert operator.post(f"/jobs/{job}/dismiss/", {"reason": "  "}).status_code == 400
    assert _status(job) == "failed"
    answer = operator.post(f"/jobs/{job}/dismiss/", {"reason": "sent anew"}, follow=True)
    assert "sent anew" in answer.content.decode()
    assert Trouble.objects.get().state == "dismissed"
    assert [entry.subject for entry in entries("work.dismissed")] == [f"job:{job}"]
    assert "Try it again" not in answer.content.decode()


def test_a_job_that_is_none_is_not_found(operator: Client) -> None:
    assert operator.get("/jobs/99/").status_code == 404


def test_who_oversees_sees_and_decides_nothing(browser: Callable[..., Client], job: int) -> None:
    overseer = browser(Role.OVERSIGHT_READER, purpose="oversight")
    assert "Try it again" not in overseer.get(f"/jobs/{job}/").content.decode()
    assert overseer.post(f"/jobs/{job}/retry/").status_code == 403
    assert browser(Role.ANALYST).get("/jobs/").status_code == 403
    assert _status(job) == "failed"


def test_every_kind_has_its_words() -> None:
    assert set(KINDS) == set(kinds())
