"""The page on which a criterion is written: the text counts, forms write into it, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from criterion_text import APPROVER, AUTHOR, TEXT
from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.authoring.models import Draft, Trial
from gatehouse.screening.criteria.file_edits import values_of


def _sent(author: Client, number: int, do: str, text: str = TEXT, **typed: str):
    saves = Draft.objects.get(pk=number).saves
    said = {name.replace("__", "-"): value for name, value in typed.items()}
    return author.post(f"/criteria/drafts/{number}/", {"text": text, "saves": str(saves), "do": do, **said})


def test_a_new_draft_begins_with_who_writes_and_what_is_missing(author: Client) -> None:
    page = author.get(author.post("/criteria/drafts/new/").url)
    text = Draft.objects.get().text
    assert values_of(text)["author"] == AUTHOR
    assert page.status_code == 200
    assert "The text is no criterion yet" in page.content.decode()
    assert "title: is missing or blank" in page.content.decode()


def test_a_text_that_passes_is_told_so_and_can_be_tried(author: Client, written: Callable) -> None:
    number = written()
    page = author.get(f"/criteria/drafts/{number}/").content.decode()
    assert "Nothing speaks against it" in page
    answer = author.post(f"/criteria/drafts/{number}/try/", {"month": ""})
    assert answer.url == f"/criteria/trials/{Trial.objects.get().pk}/"
    assert "waits for a worker" in author.get(answer.url).content.decode()


def test_faults_stand_at_their_lines_with_the_provision(author: Client, written: Callable) -> None:
    text = TEXT.replace(
        '"itinerary.origin", operator = "is", value = "SIN"', '"traveller.sex", operator = "is", value = "F"'
    )
    page = author.get(f"/criteria/drafts/{written(text)}/")
    line = next(n for n, said in enumerate(text.split("\n"), 1) if "traveller.sex" in said)
    assert [one[1:2] for one in page.context["lines"][line - 1][2]] != []
    assert f'href="#l{line}"' in page.content.decode()
    assert "only where the law profile names a provision" in page.content.decode()
    assert not page.context["may_be_tried"]
    assert (
        author.post(f"/criteria/drafts/{Draft.objects.get().pk}/try/").url
        == f"/criteria/drafts/{Draft.objects.get().pk}/"
    )
    assert Trial.objects.count() == 0


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('value = "SIN"', "value = 14"), "请写代码或词，并加引号"),
        (('operator = "is"', 'operator = "at-most"'), "at-most 不接受一个词"),
        (('field = "itinerary.origin"', 'field = "traveller.religion"'), "涉及宗教，任何标准均不得如此：S/RES/"),
    ],
)
def test_what_speaks_against_a_text_is_said_in_the_readers_language(
    author: Client, written: Callable, change: tuple[str, str], says: str
) -> None:
    text = TEXT.replace(*change)
    assert text != TEXT
    number = written(text)
    author.post("/language/", {"language": "zh-hans"})
    page = author.get(f"/criteria/drafts/{number}/", headers={"accept-language": "zh-hans"}).content.decode()
    assert says in page
    against = page.split('id="against"')[1].split("</ul>")[0]
    assert 'lang="en"' not in against


def test_the_head_form_writes_what_was_changed_and_leaves_the_rest(author: Client, written: Callable) -> None:
    number = written()
    head = {
        "head__title": "Another title",
        "head__version": "1",
        "head__blind_to": "one\r\ntwo",
        "head__approver": APPROVER,
    }
    assert _sent(author, number, "head", **head).status_code == 200
    text = Draft.objects.get(pk=number).text
    assert values_of(text) == {**values_of(TEXT), "title": "Another title", "blind_to": ["one", "two"]}
    assert text.startswith("# A remark that has to stay.")


def test_what_is_changed_in_the_text_is_not_undone_by_the_form_beside_it(author: Client, written: Callable) -> None:
    number = written()
    text = TEXT.replace("Leaves from SIN", "Changed in the text")
    _sent(author, number, "head", text, head__title="Leaves from SIN", head__triage="Changed in the form")
    said = values_of(Draft.objects.get(pk=number).text)
    assert (said["title"], said["triage"]) == ("Changed in the text", "Changed in the form")


def test_tests_what_exculpates_and_cases_are_added(author: Client, written: Callable) -> None:
    number = written()
    test = {"field": "payment.kinds", "operator": "only", "value": "CA"}
    _sent(author, number, "test", **{f"test__{name}": value for name, value in test.items()})
    text = Draft.objects.get(pk=number).text
    silencing = {"field": "traveller.loyalty_count", "operator": "at-least", "value": "1", "why": "known"}
    _sent(author, number, "exculpating", text, **{f"exculpating__{name}": value for name, value in silencing.items()})
    text = Draft.objects.get(pk=number).text
    case = {"name": "one more", "expect": "false", "like": "1"}
    _sent(author, number, "case", text, **{f"case__{name}": value for name, value in case.items()})
    said = values_of(Draft.objects.get(pk=number).text)
    assert said["condition"]["all"][1] == {"field": "payment.kinds", "operator": "only", "value": ["CA"]}
    assert said["exculpating"][0]["condition"]["value"] == 1
    assert said["case"][3]["name"] == "one more"


def test_sending_twice_adds_once(author: Client, written: Callable) -> None:
    number = written()
    typed = {"test__field": "payment.kinds", "test__operator": "only", "test__value": "CA"}
    for _ in range(2):
        author.post(
            f"/criteria/drafts/{number}/",
            {"text": TEXT, "saves": "1", "do": "test"} | {n.replace("__", "-"): v for n, v in typed.items()},
        )
    assert len(values_of(Draft.objects.get(pk=number).text)["condition"]["all"]) == 2


def test_a_refused_form_loses_nothing(author: Client, written: Callable) -> None:
    number = written()
    text = TEXT + "# typed just now\n"
    typed = {
        "test__field": "traveller.bag_count",
        "test__operator": "at-most",
        "test__value": "many",
        "case__name": "half written",
    }
    page = _sent(author, number, "test", text, **typed)
    assert page.status_code == 400
    shown = page.content.decode()
    assert "# typed just now" in shown
    assert 'value="many"' in shown
    assert 'value="half written"' in shown
    assert "want another kind of value" in shown
    assert Draft.objects.get(pk=number).text == text


def test_a_text_saved_elsewhere_meanwhile_is_not_overwritten_unseen(author: Client, written: Callable) -> None:
    number = written()
    page = author.post(f"/criteria/drafts/{number}/", {"text": "# older", "saves": "0", "do": "save"})
    assert page.status_code == 409
    assert "# older" in page.content.decode()
    assert Draft.objects.get(pk=number).text == TEXT
    page = author.post(f"/criteria/drafts/{number}/", {"text": "# older", "saves": "1", "do": "save"})
    assert Draft.objects.get(pk=number).text == "# older"


def test_another_authors_draft_is_not_there(written: Callable, browser: Callable, client_of_nobody: Client) -> None:
    number = written()
    other = browser(Role.CRITERIA_AUTHOR)
    assert other.get(f"/criteria/drafts/{number}/").status_code == 404
    assert other.post(f"/criteria/drafts/{number}/close/").status_code == 404
    assert client_of_nobody.get(f"/criteria/drafts/{number}/").status_code in (302, 403)


@pytest.mark.parametrize("text", ["\x00", "x" * 70_000, "a = [\n" * 500, "[" * 9_000, '"""', "\u202e = 1"])
def test_hostile_texts_are_told_of_and_do_not_fail(author: Client, written: Callable, text: str) -> None:
    number = written()
    assert _sent(author, number, "save", text).status_code in (200, 409)


def test_a_draft_is_put_away(author: Client, written: Callable) -> None:
    number = written()
    assert author.post(f"/criteria/drafts/{number}/close/").url == "/criteria/"
    assert Draft.objects.get(pk=number).closed_at
    assert f"/criteria/drafts/{number}/" not in author.get("/criteria/").content.decode()


@pytest.mark.parametrize("month", ["2026-13", "october", "2026-10-01"])
def test_a_month_that_is_none_is_refused(author: Client, written: Callable, month: str) -> None:
    number = written()
    assert author.post(f"/criteria/drafts/{number}/try/", {"month": month}).url == f"/criteria/drafts/{number}/"
    assert Trial.objects.count() == 0
