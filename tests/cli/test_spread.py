"""`gatehouse screen --cluster`: the same bytes as without, whoever dies meanwhile. Skipped without Ray."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

needs_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="Ray is not installed; pip install 'gatehouse[cluster]'"
)

COMMAND = "from gatehouse.cli import main; main()"
ROWS = 8_000
NAMES = ("Yusuf Karim", "Ama Osei", "Boris Fiktivov", "Nobody Known", "Fiktivov Borys", "Abdul Rahman Karimov")


@pytest.fixture
def given(tmp_path: Path, paxlst: str, list_csv: str) -> list[Path]:
    """A list, then input: a long table, messages, a file that cannot be read, and one that is not there."""
    rows = "".join(f"{NAMES[number % 6]},19{number % 80 + 10}\n" for number in range(ROWS))
    texts = {
        "l.csv": list_csv,
        "t.csv": f"full_name,birth_date\n{rows}",
        "m.edi": paxlst,
        "bad.csv": "full_name\nA\nB,C\n",
        "bad.edi": "no interchange",
        "m2.edi": paxlst.replace("OSEI", "OSEY"),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    return [*(tmp_path / name for name in texts), tmp_path / "absent.csv"]


def _command(given: list[Path], *more: object) -> list[str]:
    listed, *files = given
    return [sys.executable, "-c", COMMAND, "screen", "--json", "--list", *map(str, [listed, *files, *more])]


def _ran(command: list[str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, capture_output=True, check=False, timeout=300)


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where temporary files go; the path is short, as a socket's must be."""
    with tempfile.TemporaryDirectory(prefix="gh-") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        yield Path(folder)


@needs_ray
def test_a_process_that_is_killed_loses_and_doubles_nothing(given: list[Path], tmp_path: Path, temporary: Path) -> None:
    plain = _ran(_command(given))
    assert plain.stdout.count(b"\n") == ROWS + 4
    out = tmp_path / "out"
    command = _command(given, "--cluster", "local:2", "--out", out)
    child = subprocess.Popen(command, stderr=subprocess.PIPE)
    killed = _kill_one(child, out)
    _, said = child.communicate(timeout=300)
    assert killed < ROWS // 2000, "it was killed in the middle"
    assert child.returncode == plain.returncode == 2
    assert sorted(line for line in said.splitlines() if b" parts in " not in line) == sorted(plain.stderr.splitlines())
    assert _joined(out) == plain.stdout
    assert list(temporary.iterdir()) == [], "Ray leaves nothing behind"
    _assert_a_second_run_goes_on(command, out)


def _assert_a_second_run_goes_on(command: list[str], out: Path) -> None:
    whole, parts = _joined(out), len(list(out.glob("part-*.jsonl")))
    (out / "part-000001.jsonl").unlink()
    kept = (out / "part-000000.jsonl").stat().st_mtime_ns
    again = _ran(command)
    assert _joined(out) == whole
    assert (out / "part-000000.jsonl").stat().st_mtime_ns == kept
    assert f"{parts - 1} parts finished before" in again.stderr.decode()
    assert again.returncode == 2


def _kill_one(child: subprocess.Popen[bytes], out: Path) -> int:
    """Kill a process while it screens; how many parts were finished then."""
    while child.poll() is None:
        at_work = [one for one in psutil.Process(child.pid).children(recursive=True) if _screens(one)]
        if at_work:
            finished = len(list(out.glob("part-*.jsonl")))
            at_work[0].kill()
            return finished
        time.sleep(0.01)
    raise AssertionError("nothing was screened")


def _screens(process: psutil.Process) -> bool:
    try:
        return any("ray::_screen" in word for word in process.cmdline())
    except psutil.Error:
        return False


def _joined(out: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(out.glob("part-*.jsonl")))


@needs_ray
def test_to_stdout_the_bytes_are_those_of_the_plain_command(given: list[Path], tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("full_name\n" + "".join(f"{name} {n}\n" for n in range(700) for name in NAMES))
    plain, spread = _ran(_command(given)), _ran(_command(given, "--cluster", "local:2"))
    assert spread.stdout == plain.stdout
    assert sorted(spread.stderr.splitlines()) == sorted(plain.stderr.splitlines())
    assert spread.returncode == plain.returncode == 2


def test_what_is_asked_for_wrongly_is_refused(run: Callable, given: list[Path], tmp_path: Path) -> None:
    listed, table, *_ = given
    for arguments, says in (
        (("--cluster", "local"), "--json"),
        (("--json", "--out", tmp_path / "o"), "--cluster"),
    ):
        result = run("screen", "--list", listed, table, *arguments)
        assert result.status == 2
        assert says in result.err


def test_without_ray_the_remedy_is_told(run: Callable, given: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    result = run("screen", "--json", "--list", given[0], given[1], "--cluster", "local")
    assert result.status == 1
    assert "pip install 'gatehouse[cluster]'" in result.err
