"""Forms in which something is written: a draft is kept for the writer, and two who write at once are shown both.

Works without script; with it the draft is kept while one types. What is not sound, or was overtaken by somebody else's
version, comes back as it was typed and stays as a draft until it is given or thrown away.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from gatehouse.assessment.drafts import keeping
from gatehouse.assessment.drafts.errors import DraftError
from gatehouse.assessment.drafts.keeping import Kept
from gatehouse.assessment.errors import AssessmentError, ChangedMeanwhileError, NotAllowedError
from gatehouse.safeguards.decision import Subject
from gatehouse.web.door import seated
from gatehouse.web.sayings import said

KEEP, DROP = "keep", "drop"
"""The names of the buttons that keep a draft and throw it away."""


class WrittenForm(forms.Form):
    """A form in which something is written. `seen` is the version that its writer had before them."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial, use_required_attribute=False)


@dataclass(frozen=True, slots=True)
class Desk:
    """A form as one person works at it: under which key a draft is kept, what it is about, and what stands.

    `stands` fills the form where nothing was typed; its `seen` is the version. `now` is what stands in words, shown
    where somebody else wrote meanwhile. `beside` is what the page shows beside the form, `home` where one goes after.
    """

    key: str
    about: Subject
    form: Callable[[Any, dict[str, Any] | None], WrittenForm]
    home: str
    stands: dict[str, Any] = field(default_factory=dict)
    now: str = ""
    beside: dict[str, object] = field(default_factory=dict)
    template: str = "assessment/write.html"


Act = Callable[[dict[str, Any]], str | None]
"""What is done with a sound form. Another address to go to than the desk's, where it gives one."""


def worked(request: HttpRequest, make: Callable[[], Desk], act: Act, says: str) -> HttpResponse:
    """The form drawn, kept as a draft, thrown away, or taken. `make` reads what stands, anew after a conflict."""
    desk, actor = make(), seated(request).actor
    if request.method != "POST":
        return _opened(request, desk)
    if DROP in request.POST:
        keeping.drop(actor, desk.key)
        messages.info(request, _("The draft is thrown away. What stands is shown again."))
        return redirect(request.path)
    form = desk.form(request.POST, None)
    if KEEP in request.POST:
        return _kept(request, desk, form)
    try:
        if form.is_valid():
            home = act(form.cleaned_data) or desk.home
            keeping.drop(actor, desk.key)
            messages.success(request, says)
            return redirect(home)
    except NotAllowedError:
        raise
    except ChangedMeanwhileError:
        _keep(request, desk, form)
        return _overtaken(request, make())
    except AssessmentError as fault:
        form.add_error(None, said(fault.saying))
    return _drawn(request, desk, form, _keep(request, desk, form), status=400)


def typed_in(form: WrittenForm) -> dict[str, list[str]]:
    """The values of each field, as they were sent."""
    data = cast(QueryDict, form.data)
    return {name: [str(one) for one in data.getlist(name)] for name in form.fields if name in data}


def _keep(request: HttpRequest, desk: Desk, form: WrittenForm) -> Kept | None:
    """The draft kept; None where it does not fit, which the page then says."""
    try:
        return keeping.keep(seated(request).actor, desk.about, desk.key, typed_in(form))
    except DraftError as fault:
        messages.error(request, said(fault.saying))
        return None


def _kept(request: HttpRequest, desk: Desk, form: WrittenForm) -> HttpResponse:
    kept = _keep(request, desk, form)
    if request.headers.get("HX-Request"):
        return render(request, "assessment/kept.html", {"kept": kept})
    if kept is None:
        return _drawn(request, desk, form, None, status=400)
    messages.success(request, _("Kept as a draft. Nobody but you can read it."))
    return redirect(request.path)


def _opened(request: HttpRequest, desk: Desk) -> HttpResponse:
    kept = keeping.found(seated(request).actor, desk.key)
    if kept is None:
        return _drawn(request, desk, desk.form(None, desk.stands), None)
    typed = _typed(desk, kept)
    versions = _versions(desk)
    overtaken = any(_number(typed.get(name)) != number for name, number in versions.items())
    form = desk.form(None, desk.stands | typed | versions)
    return _drawn(request, desk, form, kept, overtaken=overtaken)


def _typed(desk: Desk, kept: Kept) -> dict[str, object]:
    """What was typed, as initial values: nobody is told what is wrong before they send it."""
    bound = desk.form(MultiValueDict(kept.typed), None)
    return {
        name: one.widget.value_from_datadict(bound.data, MultiValueDict(), name)
        for name, one in bound.fields.items()
        if name in kept.typed
    }


def _versions(desk: Desk) -> dict[str, int]:
    """The versions that stand, by the hidden fields that say which one was seen."""
    return {one.name: _number(desk.stands.get(one.name)) for one in desk.form(None, None).hidden_fields()}


def _number(typed: object) -> int:
    """The version that was typed as seen; 0 for what is none."""
    return int(str(typed)) if str(typed).isascii() and str(typed).isdigit() else 0


def _overtaken(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Somebody else's version stands; what was typed is below it, and is written on that one when it is sent again."""
    data = request.POST.copy()
    for name, number in _versions(desk).items():
        data[name] = str(number)
    form = desk.form(data, None)
    return _drawn(request, desk, form, _keep(request, desk, form), overtaken=True, status=409)


def _drawn(
    request: HttpRequest,
    desk: Desk,
    form: WrittenForm,
    kept: Kept | None,
    *,
    overtaken: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = desk.beside | {
        "form": form,
        "kept": kept,
        "overtaken": overtaken,
        "now": desk.now,
        "home": desk.home,
        "asked_at": timezone.now(),
    }
    return render(request, desk.template, context, status=status)
