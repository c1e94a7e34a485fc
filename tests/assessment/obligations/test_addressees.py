"""To whom a clause speaks, and who is only a partner."""

from __future__ import annotations

import pytest

from gatehouse.assessment.obligations.texts.addressees import addressees_in
from gatehouse.assessment.obligations.texts.clauses import clauses_of
from gatehouse.assessment.obligations.texts.tables import rows


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (" Member States and the United Nations system to act", "en", ["Member States", "United Nations system"]),
        (" UNODC, in close cooperation with CTED, to help", "en", ["UNODC"]),
        (" that, in furtherance of the standards of ICAO, Member States shall", "en", ["Member States"]),
        (" the Counter-Terrorism Committee Executive Directorate (CTED) to report", "en", ["CTED"]),
        (
            "包括毒品和犯罪问题办公室、反恐办公室在内的联合国相关实体在",
            "zh",
            ["UNODC", "UNOCT", "United Nations entities"],
        ),
        ("反恐执行局与反恐办公室协调", "zh", ["CTED"]),
        ("为推进国际民航组织的标准，会员国应建立", "zh", ["Member States"]),
        ("第 1267(1999)、1989(2011)和 2253(2015)号决议所设委员会密切", "zh", ["1267 Committee"]),
        ("各国采取措施", "zh", ["States"]),
        ("谁也不是", "zh", []),
    ],
)
def test_addressees(text: str, language: str, names: list[str]) -> None:
    assert [who.name for who in addressees_in(text, 0, language)] == names


def test_the_table_names_kinds_that_the_forces_know() -> None:
    assert {row["kind"] for row in rows("addressees")} == {"states", "un", "organisations", "others"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Calls upon the Government of Zembla, all armed groups and the Lamplighter to talk;",
            ["the Government of Zembla", "all armed groups", "the Lamplighter"],
        ),
        (
            "Invites the President of the Economic and Social Council and the Board of Lamps to meet;",
            ["the President of the Economic and Social Council", "the Board of Lamps"],
        ),
        ("Requests UNOLA, within its mandate, in consultation with UNDP, to help;", ["UNOLA"]),
        ("Requests in this regard the Executive Director to report;", ["the Executive Director"]),
        ("Calls for an end to the quarrel;", []),
    ],
)
def test_whom_the_table_lacks_is_named_as_the_text_does(text: str, names: list[str]) -> None:
    assert [who.name for who in clauses_of(text, text, "en", chapter_vii=False)[0].addressees] == names
