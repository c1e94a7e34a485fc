"""The API put together: its operations, its one shape of error, its document."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from gatehouse.web.api import enquiries, hits, lists, messages, travellers
from gatehouse.web.api.calling import PURPOSE, REFERENCE, TokenBearer
from gatehouse.web.api.faults import answer_faults
from gatehouse.web.door import public

AREAS = (messages, hits, lists, enquiries, travellers)
ROOT = "/api/v1"
SAYS = (
    "Messages in, explained hits out, and a person decides. Each request states its purpose and, where its work serves "
    "one, the reference of a case. See docs/api.md."
)
HEADERS = [
    {
        "name": PURPOSE,
        "in": "header",
        "required": True,
        "description": "A purpose of the law profile.",
        "schema": {"type": "string", "pattern": "^[a-z][a-z0-9-]{0,39}$"},
    },
    {
        "name": REFERENCE,
        "in": "header",
        "required": False,
        "description": "The case or request that this serves.",
        "schema": {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9./_-]{0,63}$"},
    },
]


def _made() -> NinjaAPI:
    api = NinjaAPI(
        title="Gatehouse",
        version="1",
        description=SAYS,
        urls_namespace="api",
        auth=TokenBearer(),
        docs_url=None,
        openapi_url=None,
    )
    answer_faults(api)
    for area in AREAS:
        api.add_router("", area.router)
    return api


api = _made()


def document() -> OpenAPISchema:
    """The OpenAPI document, with the headers that every operation takes."""
    made = api.get_openapi_schema(path_prefix=f"{ROOT}/")
    for path in made["paths"].values():
        for one in path.values():
            one["parameters"] = [*one.get("parameters", ()), *HEADERS]
    return made


@public("it describes the API and holds nobody's data")
def openapi(request: HttpRequest) -> JsonResponse:
    """The document, as programs fetch it."""
    del request
    told: dict[str, Any] = document()
    return JsonResponse(told)
