"""The house rules of docs/house.md, as tests: size, names, docstrings, leftovers, and what must never be committed."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "gatehouse"
MODULE_LINES_MAX = 400
FUNCTION_LINES_MAX = 60
PARAMETERS_MAX = 6
GRAB_BAGS = re.compile(r"^(utils?|helpers?|common|misc|core|shared|base|lib|stuff|manager|tools)$")
LEFTOVERS = re.compile(r"#.*\b(TODO|FIXME|XXX|HACK)\b")
BROAD_CATCH = re.compile(r"except( Exception| BaseException)?:")
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


class Module(NamedTuple):
    """What the rules ask about a module, read once: a whole syntax tree of each would fill the memory of all tests."""

    name: str
    text: str
    long_functions: list[str]
    of_many_parameters: list[str]
    of_no_return: list[str]
    says_nothing: list[str]
    """Of the module itself and its public classes, those without a docstring."""


def _functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    arguments = function.args
    names = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


def _silent(tree: ast.Module) -> list[str]:
    if not tree.body:
        return []
    classes = [c for c in ast.walk(tree) if isinstance(c, ast.ClassDef) and not c.name.startswith(("_", "Meta"))]
    return [getattr(node, "name", "module") for node in (tree, *classes) if not ast.get_docstring(node)]


def _read(name: str, text: str) -> Module:
    tree = ast.parse(text)
    functions = _functions(tree)
    return Module(
        name,
        text,
        [f.name for f in functions if _lines(f) > FUNCTION_LINES_MAX],
        [f.name for f in functions if _parameters(f) > PARAMETERS_MAX],
        [f.name for f in functions if f.returns is None],
        _silent(tree),
    )


@pytest.fixture(scope="module")
def modules() -> list[Module]:
    read = [_read(str(path.relative_to(PACKAGE)), path.read_text(encoding="utf-8")) for path in SOURCES]
    assert len(read) > 1000, "the rules hold for the whole package"
    return read


# One test for each rule, not for each rule and module: each fault is named with its module all the same.
class TestModules:
    def test_are_of_a_size_to_be_read_at_once(self, modules: list[Module]) -> None:
        assert [m.name for m in modules if m.text.count("\n") > MODULE_LINES_MAX] == []
        assert [(m.name, m.long_functions) for m in modules if m.long_functions] == []

    def test_have_functions_that_take_few_parameters_and_say_what_they_return(self, modules: list[Module]) -> None:
        assert [(m.name, m.of_many_parameters) for m in modules if m.of_many_parameters] == []
        assert [(m.name, m.of_no_return) for m in modules if m.of_no_return] == []

    def test_say_what_they_are_for(self, modules: list[Module]) -> None:
        assert [(m.name, m.says_nothing) for m in modules if m.says_nothing] == []

    def test_have_no_grab_bag_name(self, modules: list[Module]) -> None:
        parts = {m.name: Path(m.name).with_suffix("").parts for m in modules}
        assert [name for name in parts if any(GRAB_BAGS.match(part.strip("_")) for part in parts[name])] == []

    def test_leave_nothing_half_done(self, modules: list[Module]) -> None:
        assert [m.name for m in modules if LEFTOVERS.search(m.text)] == []
        assert [m.name for m in modules if BROAD_CATCH.search(m.text)] == [], "catch what can happen, by name"

    def test_use_the_words_of_the_house(self, modules: list[Module]) -> None:
        assert [m.name for m in modules if AVOIDED_WORDS.search(m.text)] == []


def test_a_module_that_breaks_the_rules_would_be_found() -> None:
    many = ", ".join(f"p{number}" for number in range(PARAMETERS_MAX + 1))
    long = "\n".join("    p0 = 1" for _ in range(FUNCTION_LINES_MAX))
    read = _read("a.py", f"class Thing:\n    x = 1\nclass _Own:\n    x = 1\ndef f({many}):\n{long}\n")
    assert read[2:] == (["f"], ["f"], ["f"], ["module", "Thing"])
    assert _read("empty.py", "")[2:] == ([], [], [], [])


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
