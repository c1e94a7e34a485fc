"""Samples for audits: drawn by a seed that is kept, and drawn again to see that the log is what it was."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gatehouse.oversight.drawing_lots import SAMPLE_MAX
from gatehouse.oversight.errors import OversightError
from gatehouse.oversight.models import Sample
from gatehouse.oversight.question import Question
from gatehouse.oversight.sampling import again, draw
from gatehouse.oversight.searching import LOG
from gatehouse.oversight.topics import topics
from gatehouse.records import opened
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.door import FORM, page, seated
from gatehouse.web.forms import selection
from gatehouse.web.oversight.console import reading_the_log
from gatehouse.web.oversight.entries import day_field, days
from gatehouse.web.paging import sliced

SEED_MAX = (1 << 62) - 1


class SampleForm(forms.Form):
    """What is drawn from, how many, and with which seed."""

    topic = forms.ChoiceField(label=gettext_lazy("From which entries"))
    size = forms.IntegerField(label=gettext_lazy("How many"), min_value=1, max_value=SAMPLE_MAX, initial=20)
    seed = forms.IntegerField(
        label=gettext_lazy("Seed"),
        help_text=gettext_lazy("A whole number from outside, as of a public lottery, leaves nobody here a choice. "
                               "By chance when empty."),
        required=False, min_value=0, max_value=SEED_MAX,
    )  # fmt: skip
    since = day_field(gettext_lazy("From (UTC)"))
    until = day_field(gettext_lazy("To, included"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        selection(self, "topic").choices = [(one.code, gettext_lazy(one.says)) for one in topics().values()]


def topic_words() -> dict[str, str]:
    """Each topic in the reader's words, by its code."""
    return {one.code: _(one.says) for one in topics().values()}


@page(Act.READ_LOG, SubjectClass.LOG, PurposeClass.OVERSIGHT, methods=FORM)
def samples(request: HttpRequest) -> HttpResponse:
    """The samples that were drawn, and the form for another."""
    visit = seated(request).visit()
    form = SampleForm(request.POST if request.method == "POST" else None, initial={"topic": "decisions"})
    if form.is_valid():
        said = form.cleaned_data
        since, until = days(said)
        drawn = draw(visit, said["topic"], Question(since=since, until=until), said["size"], said["seed"])
        told = _("Drawn: %(count)s of %(among)s entries, seed %(seed)s.")
        messages.success(request, told % {"count": len(drawn.numbers), "among": drawn.among, "seed": drawn.seed})
        return redirect("oversight-sample", pk=drawn.id)
    with opened(visit, Act.READ_LOG, LOG):
        shown = sliced(Sample.objects.defer("numbers"), ("-id",), request.GET.get("after", ""))
    context = {"form": form, "slice": shown, "topics": topic_words()}
    return render(request, "oversight/samples.html", context, status=400 if form.errors else 200)


@reading_the_log
def sample(request: HttpRequest, pk: int) -> HttpResponse:
    """One sample, its entries, and whether the same is drawn again from the log as it is now."""
    visit = seated(request).visit()
    with opened(visit, Act.READ_LOG, LOG):
        kept = Sample.objects.filter(pk=pk).first()
    if kept is None:
        raise Http404
    try:
        same = again(visit, pk)
    except OversightError:
        same = False
    return render(request, "oversight/sample.html", {"sample": kept, "same": same, "topics": topic_words()})
