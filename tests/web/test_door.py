"""Default deny: every URL says what it is, who may come in stands in a golden file, and pages answer as it says.

After adding a page: `GATEHOUSE_GOLDEN=write pytest tests/web/test_door.py`, then read the difference.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

from gatehouse.audit.log import leaves, size
from gatehouse.safeguards.decision import Asked, Context, NeedsSecondPerson, Refuse
from gatehouse.safeguards.kernel import may
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.web.accounts.models import NO_PERSONS
from gatehouse.web.door import ACTING, READING, Door, SignInNeededError, door_of, page
from gatehouse.web.law import purposes_of
from law_questions import PROFILE, Question, favourable

GOLDEN = Path(__file__).parents[1] / "golden" / "pages.txt"
STATIC = "static/"
API = "api/v1/"
"""Programs come in by a token, and are tried in tests/web/api."""
HEAD = """PAGES

Every URL of the workbench and operation of the API, what it does to what, and who may come in. Drawn by a test, with
the kernel's own answers where every recorded fact speaks for the one who asks (who-may-do-what.txt). After each role
stand the classes of purposes for which it may; `ref` where a reference has to be stated, `2nd` where a second person is
needed. A role that is not named is refused; nobody who has not signed in comes in, except where it says everybody.
"""


def _patterns(found: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in found:
        route = f"{before}{one.pattern}"
        if isinstance(one, URLResolver):
            yield from _patterns(one.url_patterns, route)
        else:
            yield route, one


URLS = dict(sorted(_patterns(get_resolver().url_patterns)))


def _asked(question: Question, **context: object) -> object:
    asked: Asked = question.asked
    stated: Context = replace(question.context, **context)
    return may(asked.actor, asked.act, asked.subject, asked.purpose, stated)


def _for(door: Door, role: Role, purpose: PurposeClass) -> str | None:
    question = favourable(role, door.act, door.kind, purpose)
    answer = _asked(question)
    if isinstance(answer, Refuse):
        return None
    marks = ["ref"] if isinstance(_asked(question, reference=None), Refuse) else []
    marks += ["2nd"] if isinstance(answer, NeedsSecondPerson) else []
    return f"{purpose.value} ({', '.join(marks)})" if marks else purpose.value


def _drawn() -> Iterator[str]:
    yield HEAD
    for route, pattern in URLS.items():
        door = door_of(pattern.callback)
        methods = " ".join(method for method in door.methods if method != "HEAD")
        if door.act is None or door.kind is None:
            yield f"/{route}  [{methods}]\n    {door.open_to}: {door.why}\n"
            continue
        yield f"/{route}  [{methods}]\n    {door.act} {door.kind}"
        for role in Role:
            wanted = [purpose for purpose in PurposeClass if not door.purposes or purpose in door.purposes]
            found = [told for purpose in wanted if (told := _for(door, role, purpose))]
            if found and (role not in NO_PERSONS or route.startswith(API)):
                yield f"    {role}: {', '.join(found)}"
        yield ""


@pytest.mark.parametrize("route", URLS)
def test_every_url_says_what_it_is(route: str) -> None:
    door = door_of(URLS[route].callback)
    assert door is not None, "decorate the view with page, own or public of gatehouse.web.door"
    assert (door.act is None) == (door.kind is None)
    assert door.act or (door.open_to and door.why), "a page without an act says why"


def test_who_may_come_in_is_what_was_reviewed() -> None:
    drawn = "\n".join(_drawn())
    if os.environ.get("GATEHOUSE_GOLDEN") == "write":
        GOLDEN.write_text(drawn, encoding="utf-8")
    assert GOLDEN.read_text(encoding="utf-8") == drawn


def _plain_pages() -> list[str]:
    readable = [route for route, pattern in URLS.items() if "GET" in door_of(pattern.callback).methods]
    return [route for route in readable if "<" not in route and not route.startswith(("sign-", API))]


@pytest.mark.parametrize("role", [role for role in Role if role not in NO_PERSONS])
def test_pages_answer_as_the_golden_file_says(browser: Callable[..., Client], role: Role) -> None:
    asking = [route for route in _plain_pages() if door_of(URLS[route].callback).act]
    client = browser(role, reference="REF-1")
    for purpose in purposes_of(role, PROFILE):
        session = client.session
        session["purpose"] = purpose.code
        session.save()
        for route in asking:
            door = door_of(URLS[route].callback)
            told = _for(door, role, purpose.kind) if not door.purposes or purpose.kind in door.purposes else None
            is_open = told is not None and (door.begins or "2nd" not in told)
            assert (client.get(f"/{route}").status_code != 403) == is_open, (route, purpose.code)


def test_nobody_comes_in_without_a_sign_in(client_of_nobody: Client) -> None:
    for route in _plain_pages():
        door = door_of(URLS[route].callback)
        if door.open_to != "everybody":
            answer = client_of_nobody.get(f"/{route}")
            assert (answer.status_code, answer["Location"][:9]) == (302, "/sign-in/"), route


def test_acts_are_no_links(browser: Callable[..., Client]) -> None:
    client = browser(Role.ANALYST)
    for route, pattern in URLS.items():
        if door_of(pattern.callback).methods == ACTING and "<" not in route:
            assert client.get(f"/{route}").status_code == 405


def test_a_refusal_says_why_under_what_and_what_to_do_and_is_recorded(browser: Callable[..., Client]) -> None:
    before = size()
    answer = browser(Role.ANALYST).get("/accounts/")
    told = answer.content.decode()
    assert answer.status_code == 403
    assert "not the work of an analyst" in told
    assert "Demonstration Act" in told
    assert "ask an administrator" in told
    assert "no-store" in answer["Cache-Control"]
    bodies = [body for _number, body in leaves(before, size())]
    assert any(b'"act":"act.refused"' in body and b'"reason":"else-analyst"' in body for body in bodies)


def test_a_view_is_not_reached_when_the_kernel_says_no() -> None:
    reached = []

    @page(Act.VIEW, SubjectClass.ACCOUNT)
    def view(request: object) -> HttpResponse:
        reached.append(request)
        return HttpResponse()

    request = RequestFactory().get("/")
    with pytest.raises(SignInNeededError):
        view(request)
    assert view(RequestFactory().delete("/")).status_code == 405
    assert reached == []
    assert door_of(view) == Door(READING, Act.VIEW, SubjectClass.ACCOUNT)
