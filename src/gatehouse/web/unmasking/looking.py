"""Masked data looked at: by the one who asked, within the time; each look is an entry and a notice."""

from __future__ import annotations

from typing import NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gatehouse.retention import unmasking
from gatehouse.retention.errors import RetentionError
from gatehouse.retention.models import UnmaskRequest
from gatehouse.safeguards.vocabulary import Act, PurposeClass, SubjectClass
from gatehouse.web.door import ACTING, page, seated
from gatehouse.web.sayings import told

CELLS_MAX = 2_000
"""Values shown on one page, at most."""


class Cell(NamedTuple):
    """One value as it was before masking, and where it stood."""

    place: str
    name: str
    value: str


@page(
    Act.UNMASK_REQUEST,
    SubjectClass.TRAVELLER_MASKED,
    PurposeClass.SCREENING,
    PurposeClass.REQUEST,
    PurposeClass.RIGHTS,
    methods=ACTING,
)
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what masking removed. A POST, since each look is told to the data protection officer."""
    asked = UnmaskRequest.objects.filter(pk=pk).first()
    if asked is None:
        raise Http404
    try:
        values = unmasking.show(seated(request).visit(), pk)
    except RetentionError as fault:
        messages.error(request, told(fault))
        return redirect("unmasking")
    cells = [Cell(f"{table} {row}", *one) for table, row, removed in values for one in _flat(removed)]
    context = {"asked": asked, "cells": cells[:CELLS_MAX], "more": max(0, len(cells) - CELLS_MAX)}
    return render(request, "unmasking/look.html", context)


def _flat(value: object, name: str = "") -> list[tuple[str, str]]:
    """Values with the path that leads to each, as `documents 1 number`; empty ones left out."""
    if isinstance(value, dict):
        return [one for key, item in value.items() for one in _flat(item, f"{name} {key}".strip())]
    if isinstance(value, list):
        return [one for number, item in enumerate(value, 1) for one in _flat(item, f"{name} {number}".strip())]
    return [] if value is None or value == "" else [(name, str(value))]
