"""The house rules of docs/house.md, as tests: size, names, docstrings, leftovers, and what must never be committed."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "gatehouse"
MODULE_LINES_MAX = 400
FUNCTION_LINES_MAX = 60
PARAMETERS_MAX = 6
GRAB_BAGS = re.compile(r"^(utils?|helpers?|common|misc|core|shared|base|lib|stuff|manager|tools)$")
LEFTOVERS = re.compile(r"#.*\b(TODO|FIXME|XXX|HACK)\b")
AVOIDED_WORDS = re.compile(r"\b(alert|derog|suspect)s?\b", re.IGNORECASE)
NEVER_COMMITTED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"py" + r"pi\.org",
        r"python" + r"hosted",
        r"registry\.npm" + r"js",
        r"/wo" + r"rk/(main|shared|\.library)",
        r"BEGIN [A-Z ]*PRIVATE " + r"KEY",
    )
)
SOURCES = [p for p in sorted(PACKAGE.rglob("*.py")) if "migrations" not in p.parts]


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    arguments = function.args
    names = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
class TestModule:
    def test_is_of_a_size_to_be_read_at_once(self, path: Path) -> None:
        assert path.read_text(encoding="utf-8").count("\n") <= MODULE_LINES_MAX
        long = [f.name for f in _functions(path) if f.end_lineno - f.lineno + 1 > FUNCTION_LINES_MAX]
        assert not long

    def test_functions_take_few_parameters_and_say_what_they_return(self, path: Path) -> None:
        assert not [f.name for f in _functions(path) if _parameters(f) > PARAMETERS_MAX]
        assert not [f.name for f in _functions(path) if f.returns is None]

    def test_says_what_it_is_for(self, path: Path) -> None:
        tree = _tree(path)
        if not tree.body:
            return
        assert ast.get_docstring(tree), "a module says in its first line what it is for"
        silent = [c.name for c in ast.walk(tree) if isinstance(c, ast.ClassDef) and not ast.get_docstring(c)]
        assert [name for name in silent if not name.startswith(("_", "Meta"))] == []

    def test_has_no_grab_bag_name(self, path: Path) -> None:
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        assert not [part for part in parts if GRAB_BAGS.match(part.strip("_"))]

    def test_leaves_nothing_half_done(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert not LEFTOVERS.search(text)
        assert not re.search(r"except( Exception| BaseException)?:", text), "catch what can happen, by name"

    def test_uses_the_words_of_the_house(self, path: Path) -> None:
        assert not AVOIDED_WORDS.search(path.read_text(encoding="utf-8"))


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.splitlines()]


def test_nothing_is_committed_that_must_never_be() -> None:
    found = []
    for path in _tracked():
        if path.suffix in {".png", ".ico", ".woff2"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {p.pattern}" for p in NEVER_COMMITTED if p.search(text)]
    assert found == []


def test_every_module_has_a_test_of_its_name() -> None:
    tests = {p.stem for p in (ROOT / "tests").rglob("test_*.py")}
    orphans = [
        str(path.relative_to(PACKAGE))
        for path in SOURCES
        if path.stem not in ("__init__", "__main__")
        and path.read_text(encoding="utf-8").count("\n") > 15
        and not any(t == f"test_{path.stem}" or t.startswith(f"test_{path.stem}_") for t in tests)
    ]
    assert orphans == []
