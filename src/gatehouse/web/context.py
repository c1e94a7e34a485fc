"""What every template knows: the sitting, where one can go, the languages, and the law's standing."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

from gatehouse.web.law import law
from gatehouse.web.navigation import places_for
from gatehouse.web.wording.languages import LANGUAGES, language


def workbench(request: HttpRequest) -> dict[str, object]:
    """The context of the shell."""
    sitting = getattr(request, "sitting", None)
    in_force = law()
    return {
        "sitting": sitting,
        "places": places_for(sitting, request.resolver_match) if sitting else [],
        "languages": LANGUAGES,
        "reading_language": language(translation.get_language()),
        "mode": settings.MODE,
        "authority": in_force.profile.authority,
        "standing": None if in_force.standing().is_silent else in_force.standing(),
    }
