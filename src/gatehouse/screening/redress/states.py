"""Where a request stands, and what can happen to it. A pair that is not in the table is refused.

`received` waits for proof of who asks; `identified` waits for an answer; `answered`, `withdrawn` and `unproven` are
ends (an answered one may be taken up again within its remedy: that is a new request). `passed-on` is with the
supervisory authority, which exercises the right for the person where the law says so.
"""

from __future__ import annotations

from collections.abc import Mapping

from gatehouse.screening.redress.errors import RedressError
from gatehouse.terms.saying import Saying

RECEIVED, IDENTIFIED, PASSED_ON = "received", "identified", "passed-on"
ANSWERED, WITHDRAWN, UNPROVEN = "answered", "withdrawn", "unproven"

OPENED, PROVED, NOT_PROVED = "opened", "identity-proved", "identity-not-proved"
PASSED, ANSWER, WITHDRAW, REMIND, EXTEND = "passed-on", "answered", "withdrawn", "reminded", "extended"
NOTED, CORRECTED, ERASED, CLEARED, GAVE = "noted", "corrected", "erased", "cleared", "access-given"
TOLD, HEARD = "recipient-told", "recipient-answered"

REQUEST: Mapping[tuple[str, str], str] = {
    (RECEIVED, PROVED): IDENTIFIED,
    (RECEIVED, NOT_PROVED): UNPROVEN,
    (RECEIVED, WITHDRAW): WITHDRAWN,
    (RECEIVED, REMIND): RECEIVED,
    (RECEIVED, EXTEND): RECEIVED,
    (RECEIVED, NOTED): RECEIVED,
    (IDENTIFIED, PASSED): PASSED_ON,
    (IDENTIFIED, ANSWER): ANSWERED,
    (IDENTIFIED, WITHDRAW): WITHDRAWN,
    (IDENTIFIED, REMIND): IDENTIFIED,
    (IDENTIFIED, EXTEND): IDENTIFIED,
    (IDENTIFIED, NOTED): IDENTIFIED,
    (IDENTIFIED, CORRECTED): IDENTIFIED,
    (IDENTIFIED, ERASED): IDENTIFIED,
    (IDENTIFIED, CLEARED): IDENTIFIED,
    (IDENTIFIED, GAVE): IDENTIFIED,
    (IDENTIFIED, TOLD): IDENTIFIED,
    (ANSWERED, TOLD): ANSWERED,
    (WITHDRAWN, TOLD): WITHDRAWN,
    (PASSED_ON, TOLD): PASSED_ON,
    (IDENTIFIED, HEARD): IDENTIFIED,
    (ANSWERED, HEARD): ANSWERED,
    (WITHDRAWN, HEARD): WITHDRAWN,
    (PASSED_ON, HEARD): PASSED_ON,
    (PASSED_ON, ANSWER): ANSWERED,
    (PASSED_ON, REMIND): PASSED_ON,
    (PASSED_ON, NOTED): PASSED_ON,
    (PASSED_ON, GAVE): PASSED_ON,
    (UNPROVEN, PROVED): IDENTIFIED,
}
OPEN = frozenset({RECEIVED, IDENTIFIED, PASSED_ON})
"""States in which the clock runs."""


def after(state: str, event: str) -> str:
    """The state after the event. Raises `RedressError` where it cannot happen."""
    try:
        return REQUEST[state, event]
    except KeyError:
        raise RedressError(
            Saying("the request is %(state)s: this cannot be done with it", state=state),
            Saying("see `gatehouse redress show`"),
        ) from None
