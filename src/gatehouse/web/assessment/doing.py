"""Forms that do one thing: what was typed comes back with what is wrong, what was done is said, and one goes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from gatehouse.assessment.errors import AssessmentError, NotAllowedError
from gatehouse.web.sayings import said


class ActForm(forms.Form):
    """The form of one act. Several stand on a page, so that their fields are told apart by `act` in their ids."""

    act = "act"

    def __init__(self, data: Any = None, files: Any = None, **more: Any) -> None:
        super().__init__(data, files, auto_id=f"{self.act}-%s", use_required_attribute=False, **more)


def words(rows: int = 3) -> forms.Textarea:
    """A field for words."""
    return forms.Textarea(attrs={"rows": rows})


def day() -> forms.DateInput:
    """A field for a day."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def done(request: HttpRequest, form: forms.Form, act: Callable[[dict[str, Any]], object], says: str) -> bool:
    """Do what a sound form says, and say so. False where the form is to be shown again with what is wrong.

    A refusal of the kernel is raised: it has a page of its own.
    """
    if not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except NotAllowedError:
        raise
    except AssessmentError as fault:
        form.add_error(None, said(fault.saying))
        return False
    messages.success(request, says)
    return True
