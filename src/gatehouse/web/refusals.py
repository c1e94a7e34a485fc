"""Pages that say no or sorry: why, under which provision, what to do. No personal data, no trace of the program."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import TemplateDoesNotExist, loader
from django.utils.translation import gettext as _

from gatehouse.safeguards.decision import NeedsSecondPerson, Refuse
from gatehouse.web.door import door_of
from gatehouse.web.ways import ways_round


def refusal_page(request: HttpRequest, decision: Refuse | NeedsSecondPerson) -> HttpResponse:
    """The page for an answer that is no leave, with status 403. Who calls this has seen to its entry in the log."""
    match = request.resolver_match
    door = door_of(match.func) if match else None
    purposes = door.purposes if door else frozenset()
    context = {
        "decision": decision,
        "seconds": sorted(decision.roles) if isinstance(decision, NeedsSecondPerson) else [],
        "ways": ways_round(getattr(request, "sitting", None), decision, purposes),
        "came_for": request.get_full_path() if request.method in ("GET", "HEAD") else "",
    }
    return render(request, "shell/refused.html", context, status=403)


def no_role_page(request: HttpRequest) -> HttpResponse:
    """The page for somebody who signed in and holds no role."""
    return _told(
        request,
        403,
        _("You hold no role"),
        _("Your account was made, and nobody has given it a role yet."),
        _("Ask an administrator to give you the role that your work needs."),
    )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request was no request that a browser of ours sends."""
    del exception
    return _told(
        request,
        400,
        _("This request cannot be read"),
        _("What your browser sent is damaged or too large."),
        _("Go back, load the page again, and repeat what you did."),
    )


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403 of a library; those of the kernel are `refusal_page`."""
    del exception
    return _told(
        request,
        403,
        _("This is not open to you"),
        _("The page exists, and your account may not use it."),
        _("If your work needs it, ask an administrator."),
    )


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form came without its token: an old page, a blocked cookie, or another site's doing."""
    del reason
    return _told(
        request,
        403,
        _("This form is no longer valid"),
        _("It was opened before you signed in, or your browser keeps no cookies. Nothing was changed."),
        _("Go back, load the page again, and send the form once more."),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    del exception
    return _told(
        request,
        404,
        _("There is no such page"),
        _("The address is wrong, or what stood there has been erased on its clock."),
        _("Check the address, or start from the overview."),
    )


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429."""
    del exception
    return _told(
        request,
        429,
        _("Too many requests"),
        _("More came from you in a short time than a person sends."),
        _("Wait a few minutes, then go on."),
    )


def failed(request: HttpRequest) -> HttpResponse:
    """500: the fault is ours. This page needs neither a session nor the database."""
    del request  # asking it who sits there would ask the database, which may be what failed
    context = {"status": 500}
    try:
        return HttpResponse(loader.render_to_string("shell/failed.html", context), status=500)
    except TemplateDoesNotExist:
        return HttpResponse("Gatehouse failed. Nothing you sent is shown here.", status=500, content_type="text/plain")


def _told(request: HttpRequest, status: int, title: str, why: str, remedy: str) -> HttpResponse:
    # The address that was asked for is not repeated: it may name somebody.
    context = {"status": status, "title": title, "why": why, "remedy": remedy, "is_told": True}
    return render(request, "shell/told.html", context, status=status)
