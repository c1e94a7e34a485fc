"""What the attributes of the EU list mean."""

from __future__ import annotations

import pytest

from gatehouse.screening.watchlists.draft import EntryDraft
from gatehouse.screening.watchlists.eu_entry import EuPerson, eu_draft, is_person
from gatehouse.terms.dates import DateSpan


def drafted(**groups: object) -> EntryDraft:
    groups.setdefault("names", [{"wholeName": "Zoran Nimbus"}])
    return eu_draft(EuPerson({"logicalId": "1"}, **groups), 1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("attributes", "span"),
    [
        ({"birthdate": "1971-02-15", "year": "1971", "month": "2", "day": "15"}, DateSpan.exact("1971-02-15")),
        ({"year": "1971", "month": "2", "day": "15"}, DateSpan.exact("1971-02-15")),
        ({"year": "1971", "month": "2"}, DateSpan.exact("1971-02")),
        ({"year": "1971", "month": "0", "day": "0"}, DateSpan.exact("1971")),
        ({"year": "1971", "circa": "true"}, DateSpan.exact("1971", circa=True)),
        ({"yearRangeFrom": "1970", "yearRangeTo": "1973"}, DateSpan("1970", "1973")),
        ({"yearRangeFrom": "1970", "circa": "true"}, DateSpan.exact("1970", circa=True)),
        ({"year": "1971", "calendarType": "GREGORIAN"}, DateSpan.exact("1971")),
    ],
)
def test_birth_dates(attributes: dict[str, str], span: DateSpan) -> None:
    draft = drafted(births=[attributes])
    assert draft.birth_dates == [span]
    assert not draft.findings


@pytest.mark.parametrize(
    "attributes",
    [
        {"year": "1350", "calendarType": "ISLAMIC"},
        {"birthdate": "1971-02-31"},
        {"yearRangeFrom": "1973", "yearRangeTo": "1970"},
    ],
)
def test_birth_dates_of_another_calendar_or_none_are_kept_as_remarks(attributes: dict[str, str]) -> None:
    draft = drafted(births=[attributes])
    assert not draft.birth_dates
    assert draft.remarks[0].startswith("Date of birth: ")
    assert [finding.code for finding in draft.findings] == ["list-birth-date-unread"]


def test_a_birth_of_which_only_the_place_is_known() -> None:
    draft = drafted(births=[{"year": "0", "city": "Kabul", "countryDescription": "AFGHANISTAN"}, {"place": "UNKNOWN"}])
    assert not draft.birth_dates
    assert not draft.findings
    assert (draft.birth_places, draft.birth_countries) == (["Kabul, AFGHANISTAN"], ["AFG"])


def test_names_are_primary_strong_or_weak() -> None:
    names = [
        {"wholeName": "Zoran Nimbus", "firstName": "Zoran", "lastName": "Nimbus", "strong": "true", "gender": "M"},
        {"firstName": "Z.", "middleName": "Q.", "lastName": "Nimbo"},
        {"wholeName": "Cloud", "strong": "false"},
        {"wholeName": " "},
    ]
    draft = drafted(names=names)
    assert [(name.full, name.quality.value, name.surname) for name in draft.names] == [
        ("Zoran Nimbus", "primary", "Nimbus"),
        ("Z. Q. Nimbo", "strong", "Nimbo"),
        ("Cloud", "weak", None),
    ]
    assert draft.sex == "M"


def test_documents_say_who_issued_them_and_whether_they_still_count() -> None:
    draft = drafted(
        identifications=[
            {
                "number": "X1",
                "identificationTypeDescription": "National passport",
                "countryIso2Code": "AF",
                "validTo": "2020-01-01",
                "knownExpired": "true",
            },
            {"latinNumber": "L2", "identificationTypeCode": "id", "countryIso2Code": "00"},
            {"countryIso2Code": "AF"},
        ]
    )
    assert [tuple(document) for document in draft.documents] == [
        ("X1", "National passport", "AFG", "validTo 2020-01-01; knownExpired"),
        ("L2", "id", None, None),
    ]


@pytest.mark.parametrize(
    ("codes", "is_one"),
    [(("person", "P"), True), (("P", "person"), True), (("enterprise", "E"), False), (("",), False)],
)
def test_subject_types(codes: tuple[str, ...], is_one: bool) -> None:
    assert is_person(*codes) is is_one
