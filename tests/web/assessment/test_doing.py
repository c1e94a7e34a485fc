"""A form of one act: done and said, or back with what is wrong; a refusal of the kernel goes on to its own page."""

from __future__ import annotations

from pathlib import Path

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import RequestFactory
from django.utils import translation

from gatehouse.assessment.errors import AssessmentError, NotAllowedError
from gatehouse.safeguards.decision import Actor, Asked, Refuse, Subject
from gatehouse.safeguards.vocabulary import Act, Role, SubjectClass
from gatehouse.terms.saying import Saying
from gatehouse.web.assessment.doing import ActForm, done


class OneForm(ActForm):
    act = "one"
    says = forms.CharField()


def test_what_is_wrong_comes_back_and_what_is_done_is_said(database: Path) -> None:
    del database
    request = RequestFactory().post("/")
    request.session = {}
    request._messages = FallbackStorage(request)
    assert OneForm()["says"].id_for_label == "one-says"
    assert not done(request, OneForm({"says": ""}), lambda said: said, "done")
    refused = OneForm({"says": "typed"})

    def sorry(_said: object) -> None:
        raise AssessmentError(Saying("the visit"))

    with translation.override("zh-hans"):
        assert not done(request, refused, sorry, "done")
        assert refused.non_field_errors() == ["访问"]
    assert refused["says"].value() == "typed"

    def no(_said: object) -> None:
        asked = Asked(Actor("account:1", Role.DONOR), Act.VIEW, Subject(SubjectClass.ANSWER), "p")
        raise NotAllowedError(Refuse(asked, "rule", "why", "law"))

    with pytest.raises(NotAllowedError):
        done(request, OneForm({"says": "typed"}), no, "done")
    assert done(request, OneForm({"says": "typed"}), lambda said: said, "done")
    assert [str(one) for one in get_messages(request)] == ["done"]
