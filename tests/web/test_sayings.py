"""What the rooms say is said in the reader's language, with its values."""

from __future__ import annotations

from types import SimpleNamespace

from django.utils import translation

from gatehouse.terms.saying import Saying
from gatehouse.web.sayings import said, told


def test_a_saying_is_looked_up_and_a_plain_text_stays() -> None:
    fault = SimpleNamespace(cause=Saying("the list %(list)s comes as files", list="UN"), remedy="as it is")
    assert told(fault) == "the list UN comes as files; as it is"
    with translation.override("es"):
        assert told(fault) == "la lista UN llega en archivos; as it is"
        assert said(Saying("say it")) == "dígalo"
