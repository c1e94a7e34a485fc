"""What a draft understands, keeps as a remark, or refuses."""

from __future__ import annotations

import pytest

from gatehouse.screening.watchlists import draft as draft_module
from gatehouse.screening.watchlists.draft import EntryDraft
from gatehouse.screening.watchlists.list_reading import Skipped
from gatehouse.terms.dates import DateSpan
from gatehouse.terms.entry import ListEntry, NameQuality
from gatehouse.terms.finding import Severity


def named(entry_id: str = "1") -> EntryDraft:
    draft = EntryDraft("TEST", 7, entry_id)
    draft.say_names("Jane Doe", NameQuality.PRIMARY)
    return draft


def entry_of(draft: EntryDraft) -> ListEntry:
    entry = next(iter(draft.finish()))
    assert isinstance(entry, ListEntry)
    return entry


def test_what_is_understood_becomes_a_field() -> None:
    draft = named()
    draft.say_birth_date("circa 1976")
    draft.say_birth_place(["Springfield", "", "Springfield"], "France")
    draft.say_nationality("FR")
    draft.say_sex("Female")
    draft.contacts.append("1  Main\nStreet")
    entry = entry_of(draft)
    assert entry.birth_dates == (DateSpan("1976", "1976", circa=True),)
    assert entry.birth_places == ("Springfield, France",)
    assert entry.birth_countries == entry.nationalities == ("FRA",)
    assert entry.sex == "F"
    assert entry.contacts == ("1 Main Street",)
    assert entry.remarks is None


@pytest.mark.parametrize(
    ("say", "text", "code", "remark"),
    [
        (EntryDraft.say_birth_date, "about thirty", "list-birth-date-unread", "Date of birth: about thirty"),
        (EntryDraft.say_nationality, "Atlantis", "list-country-unknown", "Nationality: Atlantis"),
        (EntryDraft.say_sex, "unknown to us", "list-sex-unknown", "Sex: unknown to us"),
    ],
)
def test_what_is_not_understood_is_kept_to_be_read_and_never_quoted_in_the_finding(
    say: object, text: str, code: str, remark: str
) -> None:
    draft = named()
    say(draft, text)  # type: ignore[operator]
    entry, finding = list(draft.finish())
    assert isinstance(entry, ListEntry)
    assert entry.remarks == remark
    assert (finding.code, finding.severity, finding.segment) == (code, Severity.WARNING, 7)  # type: ignore[union-attr]
    assert text not in finding.text  # type: ignore[union-attr]


@pytest.mark.parametrize("say", [EntryDraft.say_birth_date, EntryDraft.say_nationality, EntryDraft.say_sex])
def test_nothing_said_is_nothing_found(say: object) -> None:
    draft = named()
    say(draft, " ")  # type: ignore[operator]
    assert len(list(draft.finish())) == 1


def test_a_date_about_the_entry() -> None:
    draft = named()
    assert draft.date("2015-04-07-04:00", "Listed on") == "2015-04-07"
    assert draft.date("soon", "Listed on") is None
    assert [finding.code for finding in draft.findings] == ["list-date-unread"]
    assert draft.remarks == ["Listed on: soon"]


@pytest.mark.parametrize(
    ("draft", "code"),
    [(named(""), "entry-without-identifier"), (EntryDraft("TEST", 7, "1"), "entry-without-name")],
)
def test_an_entry_nobody_could_follow_or_match_is_skipped(draft: EntryDraft, code: str) -> None:
    (skipped,) = draft.finish()
    assert isinstance(skipped, Skipped)
    assert skipped.finding.code == code


def test_an_entry_of_endless_names_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_module, "NAMES_PER_ENTRY_MAX", 2)
    draft = named()
    draft.say_names("A; B", NameQuality.WEAK)
    (skipped,) = draft.finish()
    assert isinstance(skipped, Skipped)
    assert skipped.finding.code == "entry-too-large"


def test_each_value_stays_once() -> None:
    draft = named()
    for _ in range(2):
        draft.say_nationality("FRA")
        draft.say_names("Jane Doe; J. Doe", NameQuality.WEAK)
        draft.remark("Title", "Dr")
    entry = entry_of(draft)
    assert entry.nationalities == ("FRA",)
    assert [(name.full, name.quality.value) for name in entry.names] == [("Jane Doe", "primary"), ("J. Doe", "weak")]
    assert entry.remarks == "Title: Dr"
