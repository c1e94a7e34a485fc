"""The start page: where one can go as one acts now, and what the law profile lets one act for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gatehouse.safeguards.acts import roles
from gatehouse.web.door import own, seated


@own("it shows the places that are open to whoever looks, and nothing else")
def home(request: HttpRequest) -> HttpResponse:
    """The places of this sitting in words."""
    sitting = seated(request)
    return render(request, "shell/home.html", {"role_says": roles()[sitting.role]})
