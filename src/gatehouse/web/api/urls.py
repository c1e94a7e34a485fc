"""URLs of the API. Each path has one operation, and its view carries that operation's door."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, include, path

from gatehouse.web.api.service import AREAS, api, openapi
from gatehouse.web.door import door_of

LIBRARYS_OWN = "api-root"
"""A URL of the library's that leads nowhere here."""


def _operations() -> Iterator[URLPattern]:
    """The library's patterns, which come in the order of the operations, each with its door."""
    views = [view for area in AREAS for view in area.router.path_operations.values()]
    every = [pattern for pattern in api.urls[0] if isinstance(pattern, URLPattern)]
    patterns = [pattern for pattern in every if pattern.name != LIBRARYS_OWN]
    for view, pattern in zip(views, patterns, strict=True):
        (one,) = view.operations
        vars(pattern.callback)["door"] = door_of(one.view_func)
        yield pattern


urlpatterns = [
    path("api/v1/openapi.json", openapi, name="api-document"),
    path("api/v1/", include((list(_operations()), "api"))),
]
