"""What criteria refuse is said in the reader's language, and says of what."""

from __future__ import annotations

import pytest
from django.utils import translation

from gatehouse.screening.authoring.errors import AuthoringError
from gatehouse.screening.criteria.errors import CriterionError, CriterionFileError, RegisterError
from gatehouse.terms.saying import Saying
from gatehouse.web.criteria.refused import said_of

CAUSE, REMEDY = Saying("%(count)s lines", count=3), "write fewer"


@pytest.mark.parametrize(
    ("fault", "english"),
    [
        (AuthoringError(CAUSE, REMEDY), "3 lines; write fewer"),
        (RegisterError("from-sin/1", CAUSE, REMEDY), "from-sin/1: 3 lines; write fewer"),
        (CriterionFileError("a.toml", "line 4", CAUSE, REMEDY), "a.toml: line 4: 3 lines; write fewer"),
        (CriterionError("refused"), "refused"),
    ],
)
def test_a_page_says_what_the_command_line_says(fault: CriterionError | AuthoringError, english: str) -> None:
    assert said_of(fault) == str(fault) == english


def test_it_is_said_in_the_language_of_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gatehouse.web.sayings.gettext", {"%(count)s lines": "%(count)s 行"}.get)
    with translation.override("zh-hans"):
        assert said_of(AuthoringError(CAUSE, REMEDY)) == "3 行; write fewer"
