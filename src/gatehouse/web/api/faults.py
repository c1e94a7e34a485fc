"""The one shape of errors: a code for programs, what happened, where, and what to do. No personal data, no trace."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError
from pydantic import Field

from gatehouse.records import RefusedError
from gatehouse.screening.review.errors import ReviewError, StaleError

RETRY_SECONDS = 60


class Fault(Schema):
    """What went wrong. `where` is a field, a header or an operation; `do` is what helps."""

    code: str = Field(examples=["stale"])
    says: str
    where: str
    do: str


FAULTS = dict.fromkeys((400, 401, 403, 404, 409, 413, 422, 429, 503), Fault)
"""The answers that every operation may give beside its own."""


class FaultError(Exception):
    """An answer with this status, in the one shape."""

    def __init__(self, status: int, fault: Fault) -> None:
        super().__init__(fault.says)
        self.status, self.fault = status, fault


def fault(status: int, code: str, says: str, where: str, do: str) -> FaultError:
    """The error to raise."""
    return FaultError(status, Fault(code=code, says=says, where=where, do=do))


def answer_faults(api: NinjaAPI) -> None:
    """Let every error that is expected leave in the one shape."""

    def told(request: HttpRequest, status: int, one: Fault) -> HttpResponse:
        response = api.create_response(request, one.dict(), status=status)
        if status == 429:
            response["Retry-After"] = str(RETRY_SECONDS)
        if status == 401:
            response["WWW-Authenticate"] = "Bearer"
        return response

    def of(request: HttpRequest) -> str:
        return f"{request.method} {request.path}"

    def ours(request: HttpRequest, error: FaultError) -> HttpResponse:
        return told(request, error.status, error.fault)

    def refused(request: HttpRequest, error: RefusedError) -> HttpResponse:
        code = "second-person-needed" if error.wants_second_person else "refused"
        do = f"see {error.answer.provision} (rule {error.answer.rule})"
        return told(request, 403, Fault(code=code, says=error.answer.reason, where=of(request), do=do))

    def review(request: HttpRequest, error: ReviewError) -> HttpResponse:
        code = "stale" if isinstance(error, StaleError) else "not-possible"
        return told(request, 409, Fault(code=code, says=str(error.cause), where=of(request), do=str(error.remedy)))

    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        # The library tells the value that it was given as well: that may be somebody's name.
        first: dict[str, Any] = error.errors[0] if error.errors else {"loc": ("body",), "msg": "it cannot be read"}
        where = ".".join(str(part) for part in first["loc"][:1] + first["loc"][2:]) or "body"
        says = "it is not of the form that the API describes" if first.get("type") == "value_error" else first["msg"]
        do = "see /api/v1/openapi.json"
        return told(request, 422, Fault(code="invalid", says=says, where=where, do=do))

    def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        del error
        do = "send `Authorization: Bearer` with a token that is in force"
        return told(request, 401, Fault(code="no-token", says="nobody known asks here", where="Authorization", do=do))

    def plain(request: HttpRequest, error: HttpError) -> HttpResponse:
        one = Fault(code="invalid", says="the request cannot be read", where=of(request), do="see /api/v1/openapi.json")
        return told(request, error.status_code, one)

    answers: dict[type[Exception], Callable[..., HttpResponse]] = {
        FaultError: ours,
        RefusedError: refused,
        ReviewError: review,
        ValidationError: invalid,
        AuthenticationError: unknown,
        HttpError: plain,
    }
    for kind, answer in answers.items():
        api.add_exception_handler(kind, answer)
