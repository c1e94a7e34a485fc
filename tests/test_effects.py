"""No decision by a machine alone: whatever acts on a person takes a `ConfirmedMatch` and nothing of the machine's.

What this proves, by reading the source: only `screening.review` imports what makes a confirmed match; nobody builds
one, or an answer of the kernel, around its maker; every declared effect takes a confirmed match, and each room in
which effects live names no candidate, hit or score in its signatures and imports no room of the machine's claims;
whatever can carry something out of the house is on a list. What it cannot prove: that code which lies about its
types, is put together at run time, or writes to the database by itself does not do the same. Those are for the
review of changes, the contracts and the database's own rights.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "gatehouse"
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if "migrations" not in path.parts]
MAKER = "gatehouse.safeguards.confirming"
REVIEW = "screening/review/"
EFFECTS = {
    "screening/messages/cusres/writer.py": ("PersonVerdict", "basis", {"ConfirmedMatch", "Basis", "None"}),
    "cooperation/cases/working.py": ("_begin", "match", {"ConfirmedMatch"}),
    "cooperation/disclosures/disclosing.py": ("_made", "ground", {"ConfirmedMatch", "ReasonedRequest"}),
}
"""What acts on a person today: module; class or function, parameter, all that it takes. `Basis` is a document rule,
`ReasonedRequest` another authority's.
"""
ROOMS_OF_EFFECTS = ("cooperation/", "screening/messages/cusres/writer.py")
"""Where effects live, today and later: nothing here may take what the machine claims."""
MACHINES_WORDS = {"Candidate", "Claim", "Hit", "OpenHit", "HeldHit", "score"}
MACHINES_ROOMS = ("gatehouse.screening.matching", "gatehouse.screening.hits", "gatehouse.terms.candidate")
CARRIERS = {"socket", "smtplib", "ftplib", "http", "urllib", "requests", "httpx", "aiohttp", "paramiko", "asyncio"}
"""Modules that can carry something out of the house. None may be used without an entry in `DOORS`."""
CARRIES_NOTHING = "urllib.parse"
"""It takes addresses apart and opens none."""
DOORS = {
    "cli/serve.py": "the pages, to whoever signs in: it asks whether a port of this machine is free",
    "web/accounts/provider.py": "the provider of the operator's file is asked who signs in; nobody else is spoken of",
    "work/serving.py": "its own database, from which a worker takes jobs in an event loop; nothing else is spoken to",
}
"""Module of ours to the reason for which it may use a carrier."""
LOADERS = {
    "app/master_keys.py": "the operator names the function that reaches their token or key service",
    "retention/inventory.py": "the `keeps.py` of every installed room, found by its fixed name",
}
"""Module of ours to the reason for which it imports by a name made at run time."""
PLAYS = "simulation/"
"""Synthetic people: no effect on anybody comes from there, and a library for names is loaded by language."""
KERNELS_ANSWERS = {"Allow"}


def _place(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported anywhere in the tree, and `module.name` for each name taken from one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def called(tree: ast.AST) -> Iterator[str]:
    """The last name of everything that is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Name | ast.Attribute):
                yield function.id if isinstance(function, ast.Name) else function.attr


def words_of(annotation: ast.AST | None) -> set[str]:
    """The names and strings that an annotation is made of."""
    if annotation is None:
        return set()
    found = {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}
    found |= {node.attr for node in ast.walk(annotation) if isinstance(node, ast.Attribute)}
    texts = {str(node.value) for node in ast.walk(annotation) if isinstance(node, ast.Constant)}
    return found | texts


def taken(tree: ast.AST) -> Iterator[tuple[str, str, set[str]]]:
    """(owner, parameter, words of its annotation) of every function's parameters and every class's fields."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            arguments = node.args
            for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
                yield node.name, each.arg, words_of(each.annotation)
        elif isinstance(node, ast.ClassDef):
            for field in node.body:
                if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                    yield node.name, field.target.id, words_of(field.annotation)


def faults_in_a_room_of_effects(tree: ast.AST) -> list[str]:
    """What in a module of effects takes, or reaches for, a claim of the machine's."""
    faults = [f"{owner}({name})" for owner, name, words in taken(tree) if MACHINES_WORDS & {name, *words}]
    return faults + [module for module in imported(tree) if module.startswith(MACHINES_ROOMS)]


class Reached(NamedTuple):
    """What a module imports and calls."""

    imports: frozenset[str]
    calls: frozenset[str]


@pytest.fixture(scope="module")
def reached() -> dict[str, Reached]:
    """By its place, what each module of the package reaches for: each is read once."""
    trees = ((_place(path), _tree(path)) for path in MODULES)
    found = {place: Reached(frozenset(imported(tree)), frozenset(called(tree))) for place, tree in trees}
    assert len(found) > 1000, "the whole package is looked at"
    return found


def _carriers(imports: frozenset[str]) -> set[str]:
    names = [name for name in imports if not f"{name}.".startswith(f"{CARRIES_NOTHING}.")]
    return {name.partition(".")[0] for name in names} & CARRIERS


def test_only_review_imports_what_makes_a_confirmed_match(reached: dict[str, Reached]) -> None:
    users = {place for place, at in reached.items() if any(name.startswith(MAKER) for name in at.imports)}
    assert users
    assert [user for user in users if not user.startswith(REVIEW)] == []


def test_nobody_goes_around_the_makers(reached: dict[str, Reached]) -> None:
    speaks_of_it = {_place(path) for path in MODULES if "ConfirmedMatch" in path.read_text(encoding="utf-8")}
    around = {"__new__", "__setattr__", "ConfirmedMatch"}
    assert [p for p in speaks_of_it - {"safeguards/confirming.py"} if around & reached[p].calls] == []
    allows = {place for place, at in reached.items() if KERNELS_ANSWERS & at.calls}
    assert allows == {"safeguards/kernel.py"}, "only the kernel says that something is allowed"
    loads = {place for place, at in reached.items() if "import_module" in at.calls and not place.startswith(PLAYS)}
    assert loads == set(LOADERS), "what is imported by a name made at run time is not seen here"


@pytest.mark.parametrize("place", EFFECTS)
def test_an_effect_takes_a_confirmed_match_and_nothing_of_the_machines(place: str) -> None:
    owner, parameter, allowed = EFFECTS[place]
    (words,) = [words for one, name, words in taken(_tree(PACKAGE / place)) if (one, name) == (owner, parameter)]
    assert "ConfirmedMatch" in words
    assert words <= allowed


def test_where_effects_live_nothing_takes_what_the_machine_claims() -> None:
    rooms = [path for path in MODULES if _place(path).startswith(ROOMS_OF_EFFECTS)]
    assert rooms
    assert {_place(path): faults_in_a_room_of_effects(_tree(path)) for path in rooms} == {_place(p): [] for p in rooms}


def test_whatever_can_leave_the_house_is_on_the_list_and_nothing_else(reached: dict[str, Reached]) -> None:
    doors = {place: _carriers(at.imports) for place, at in reached.items() if _carriers(at.imports)}
    assert doors.keys() == DOORS.keys(), f"{doors}: say in DOORS what leaves and on whose decision"


@pytest.mark.parametrize(
    "source",
    [
        "def notify(state, candidate: Candidate): ...",
        "def notify(match: 'Hit'): ...",
        "def notify(match, *, score): ...",
        "class Notice:\n    about: hits.OpenHit | None",
        "from gatehouse.screening.hits.store import open_hits",
        "def f():\n    import gatehouse.screening.matching.pair",
    ],
)
def test_an_effect_that_takes_the_machines_claim_would_be_found(source: str) -> None:
    assert faults_in_a_room_of_effects(ast.parse(source))


def test_an_effect_that_takes_a_confirmed_match_is_none_of_them() -> None:
    assert faults_in_a_room_of_effects(ast.parse("def notify(state: str, match: ConfirmedMatch) -> None: ...")) == []
