"""The page of a trial, and the part of it that renews itself until the trial is over."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from gatehouse.screening.authoring.models import Trial


def test_the_page_renews_its_state_until_it_is_over(author: Client, written: Callable, tried: Callable) -> None:
    author.post(f"/criteria/drafts/{written()}/try/")
    waiting = f"/criteria/trials/{Trial.objects.get().pk}/"
    assert "every 4s" in author.get(waiting).content.decode()
    part = author.get(waiting, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    Trial.objects.all().delete()
    tried()
    over = author.get(f"/criteria/trials/{Trial.objects.get().pk}/").content.decode()
    assert "every 4s" not in over
    assert "/criteria/from-sin/1/" in over


def test_a_failed_trial_says_why(author: Client, written: Callable) -> None:
    author.post(f"/criteria/drafts/{written()}/try/")
    Trial.objects.update(state=Trial.State.FAILED, fault="because of this")
    assert "because of this" in author.get(f"/criteria/trials/{Trial.objects.get().pk}/").content.decode()


def test_a_trial_that_is_not_there_is_not_found(author: Client) -> None:
    assert author.get("/criteria/trials/77/").status_code == 404
