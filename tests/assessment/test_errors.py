"""Whatever the assessment side refuses is a sentence that translators find, so that pages say it in every language."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from babel.messages.catalog import Catalog

import gatehouse.assessment
import gatehouse.web.assessment
from gatehouse.assessment.errors import AssessmentError, ChangedMeanwhileError
from gatehouse.assessment.findings.errors import NotReadyError
from gatehouse.terms.saying import ONE_AND_MORE, Saying
from gatehouse.web.wording.compiling import merged
from gatehouse.web.wording.extracting import marked
from gatehouse.web.wording.languages import TRANSLATED

ROOMS = (gatehouse.assessment, gatehouse.web.assessment)
FROM_TABLES = ("answer.reason", "gates()[gate].en")
"""Sentences that stand in tables whose columns are extracted (`wording.extracting.TABLES`)."""


def _refusals(kind: type[AssessmentError] = AssessmentError) -> set[str]:
    return {kind.__name__}.union(*(_refusals(one) for one in kind.__subclasses__()))


def _calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Every call of a plain name in the rooms and their pages: where, of what."""
    for room in ROOMS:
        for path in sorted(Path(room.__path__[0]).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    yield f"{path.name}:{node.lineno}", node.func.id, node


def _is_bare_text(node: ast.expr) -> bool:
    """Whether it is a text put together here, which nobody could look up: a literal, an f-string, a sum, a join."""
    if isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp):
        return True
    named = node.func if isinstance(node, ast.Call) else None
    return isinstance(named, ast.Name) and named.id in ("str", "_", "gettext")


def test_every_refusal_is_a_saying() -> None:
    for one in pkgutil.walk_packages(gatehouse.assessment.__path__, "gatehouse.assessment."):
        if one.name.endswith(("errors", "clocks", "searching", "selecting", "story")):
            importlib.import_module(one.name)
    refusals = _refusals()
    raised = [(where, name, call) for where, name, call in _calls() if name in refusals]
    assert {"FindingsError", "WorkbookError", "ClockError", "UnknownPieceError"} < {name for _, name, _ in raised}
    assert not [where for where, _, call in raised if not call.args or _is_bare_text(call.args[0])]


def test_every_sentence_is_written_out_where_translators_find_it() -> None:
    known = {text for words in marked().values() for text in words}
    assert {"women and gender", "human rights and the rule of law"} < known
    for where, name, call in _calls():
        if name != "Saying" or ast.unparse(call.args[0]) in FROM_TABLES:
            continue
        text = call.args[0]
        assert isinstance(text, ast.Constant), where
        assert text.value in known, where


def _translated(known: Catalog, text: str) -> str:
    """What a catalogue says; a form that only puts sentences together stands in none."""
    found = known.get(text)
    assert found is not None or text == ONE_AND_MORE
    return str(found.string) if found else text


def test_a_refusal_is_said_in_each_language_with_all_that_is_missing() -> None:
    lacking = (
        Saying("nothing is found yet"),
        Saying(
            "the section on %(gate)s is empty (under %(least)s characters; %(cites)s)",
            gate=Saying("women and gender"),
            least=80,
            cites="2395/28",
        ),
    )
    fault = NotReadyError(Saying("not ready for the State"), lacking)
    assert str(fault) == (
        "not ready for the State; missing: nothing is found yet; "
        "the section on women and gender is empty (under 80 characters; 2395/28)"
    )
    for language in TRANSLATED:
        known = merged(language)
        for words in (fault.saying, ChangedMeanwhileError(Saying("the visit"), 1, 2).saying):
            told = words.in_words(partial(_translated, known))
            assert not {"missing:", "characters;", "changed", "ready", "and"} & set(told.split())
    chinese = merged(next(one for one in TRANSLATED if one.code == "zh-hans"))
    assert fault.saying.in_words(partial(_translated, chinese)) == (
        "尚不能提交该国；尚缺：尚无任何结论; 关于妇女与性别的部分空白（不足80个字符；2395/28）"
    )
