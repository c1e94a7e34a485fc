"""`gatehouse law check`: complete, signed, lapsed, not verified; and its JSON contract."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from gatehouse.app.home import HOME_VARIABLE
from gatehouse.safeguards.shipped import shipped
from gatehouse.safeguards.signature import new_key_pair, sign
from law_files import demo, live

CONTRACT = Path(__file__).parents[2] / "docs" / "contracts" / "law.md"
PRIVATE, PUBLIC = new_key_pair()


@pytest.fixture
def judge(run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable:
    """Check these bytes, signed, as a file."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    (tmp_path / "reviewer.pub").write_bytes(PUBLIC)

    def check(data: bytes, *options: str, signed: bool = True) -> object:
        file = tmp_path / "law.toml"
        file.write_bytes(data)
        if signed:
            (tmp_path / "law.toml.sig").write_bytes(sign(data, PRIVATE))
        return run("law", "check", file, "--key", tmp_path / "reviewer.pub", *options)

    return check


def test_a_profile_that_live_mode_takes(judge: Callable) -> None:
    result = judge(live(), "--on", "2026-09-24")
    assert (result.status, result.err) == (0, "")
    assert "missing: nothing" in result.out
    assert "signed by the reviewing authority" in result.out
    assert "not verified yet ([K]): nothing" in result.out


def test_json_keeps_the_contract(judge: Callable) -> None:
    (found,) = judge(live(("verified = true", "verified = false")), "--json", "--on", "2026-09-24").json()
    assert set(found) == set(re.findall(r"^\| `(\w+)`", CONTRACT.read_text(encoding="utf-8"), re.MULTILINE))
    assert (found["signature"], found["standing"], found["may_screen"]) == ("valid", "in-force", True)
    assert found["live_refuses"] == []
    assert found["unverified"][0]["of"] == "profile"


def test_everything_that_keeps_it_from_live_mode_is_told_at_once(judge: Callable) -> None:
    result = judge(shipped("eu-2016-681"), signed=False)
    assert result.status == 2
    for told in (
        "authority.name",
        "oversight.public_key",
        "due_diligence.done_on",
        "not signed",
        "retention.mask_after",
    ):
        assert told in result.out
    assert "live mode would not start" in result.err
    (found,) = judge(shipped("eu-2016-681"), "--json", signed=False).json()
    assert found["name"] is None
    assert len(found["missing"]) == 19
    assert len(found["live_refuses"]) == 20


@pytest.mark.parametrize(
    ("data", "day", "standing", "status"),
    [
        (live(), "2099-12-31", "review-near", 0),
        (live(), "2100-01-02", "criteria-stopped", 0),
        (live(), "2100-03-01", "screening-stopped", 2),
        (live(), "2019-01-01", "not-yet-in-force", 2),
        (demo(), "2026-09-24", "in-force", 2),
    ],
)
def test_the_status_says_whether_anybody_would_be_screened(
    judge: Callable, data: bytes, day: str, standing: str, status: int
) -> None:
    result = judge(data, "--json", "--on", day)
    assert result.status == status
    assert result.json()[0]["standing"] == standing


def test_a_changed_file_is_found(judge: Callable, run: Callable, tmp_path: Path) -> None:
    judge(live())
    with (tmp_path / "law.toml").open("ab") as file:
        file.write(b"\n# harmless\n")
    result = run("law", "check", tmp_path / "law.toml", "--key", tmp_path / "reviewer.pub")
    assert result.status == 2
    assert "not of this file by this key" in result.out


@pytest.mark.parametrize("data", [b"a = ", b"\xff", b"#" * 300_000], ids=["no-toml", "no-utf-8", "too-large"])
def test_what_is_no_profile_is_refused_in_one_line(judge: Callable, data: bytes) -> None:
    result = judge(data)
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)


def test_a_file_or_key_that_is_not_there_is_told(judge: Callable, run: Callable, tmp_path: Path) -> None:
    assert run("law", "check", tmp_path / "nothing.toml").status == 2
    judge(live())
    result = run("law", "check", tmp_path / "law.toml", "--key", tmp_path / "law.toml")
    assert result.status == 2
    assert "public key" in result.err
    without = run("law", "check", tmp_path / "law.toml")
    assert without.status == 2
    assert "without a key" in without.out
