"""From a disclosure by two to a correction, and a person tells the recipient of it: by commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.safeguards.vocabulary import Role
from gatehouse.screening.travellers.models import Traveller

KNOWN = ("--name", "Yusuf Karim", "--birth-date", "1976-05-17", "--document", "X1234567/TUN")


@pytest.fixture
def given(run: Callable, incoming: Path, somebody: Callable) -> tuple[str, int]:
    """A request whose person is known, and their traveller, of whom something was given."""
    somebody(12, Role.SENIOR_ANALYST, Role.DATA_PROTECTION_OFFICER)
    run("ingest", incoming)
    traveller = Traveller.objects.get(surname="KARIM").id
    said = ("--traveller", traveller, "--gives", "identity,journey", "--reference", "R-9")
    alone = run("disclosures", "record", "--to", "neighbour", *said)
    assert alone.status == 2
    assert "--second" in alone.err
    assert run("disclosures", "record", "--to", "elsewhere", *said, "--second", "12/senior-analyst").status == 2
    made = run("disclosures", "record", "--to", "neighbour", *said, "--second", "12/senior-analyst")
    assert made.out == "disclosure 1\n" or made.status == 0, made.err
    case = run("redress", "open", "--name", "Y. Karim", "--kind", "correction").out.strip()
    run("redress", "identify", case, *KNOWN)
    return case, traveller


def test_whoever_has_the_data_is_told_by_a_person(run: Callable, given: tuple[str, int], tmp_path: Path) -> None:
    case, traveller = given
    assert run("redress", "notices").status == 0
    right = ("--traveller", traveller, "--field", "sex", "--value", "M", "--second", "12/data-protection-officer")
    assert run("redress", "correct", case, *right).status == 0
    [waits] = run("redress", "notices", "--json").json()
    assert (waits["case"], waits["recipient"], waits["why"]) == (case, "neighbour", "corrected")
    assert "1 notices wait" in run("oversight", "disclosures").out
    letter = tmp_path / "notice.html"
    assert run("redress", "notice", case, waits["number"], "--out", letter).status == 0
    assert "put it right in every copy" in letter.read_text()
    assert run("redress", "notices", case).status == 1
    assert run("redress", "told", case, waits["number"]).status == 0
    assert run("redress", "told", case, waits["number"]).status == 2
    assert run("redress", "notices", case).status == 0
    assert run("redress", "heard", case, waits["number"], "--did", "perhaps").status == 2
    assert run("redress", "heard", case, waits["number"], "--did", "no-answer").status == 0
    assert run("redress", "heard", case, waits["number"], "--did", "done").status == 0
    assert "recipient-answered" in run("redress", "show", case).out
    assert "done" in run("oversight", "disclosures").out
    [seen] = run("oversight", "disclosures", "--json").json()
    assert (seen["recipient"], seen["subject"], seen["reference"]) == ("neighbour", f"traveller:{traveller}", "R-9")
    assert seen["notices"][0]["told_by"].startswith("operator:")
    assert "recipient-told" in run("redress", "show", case).out
