"""A notice for every recipient of the person's data, that it was corrected or erased, or that the person was cleared.

Written in the transaction of what it tells of, while it is still known whom the data was given to.
"""

from __future__ import annotations

from collections.abc import Sequence

from gatehouse.screening.redress import disclosures
from gatehouse.screening.redress.models import RecipientNotice, RedressRequest


def tell_recipients(request: RedressRequest, travellers: Sequence[int], why: str) -> None:
    """Leave the notices about these travellers; a disclosure that waits with the same word is not told of twice."""
    waiting = set(RecipientNotice.objects.filter(request=request, why=why).values_list("disclosure", flat=True))
    RecipientNotice.objects.bulk_create(
        RecipientNotice(request=request, disclosure=one.reference, recipient=one.recipient, why=why)
        for one in disclosures.about(tuple(travellers))
        if one.reference not in waiting
    )


def untold(request: RedressRequest) -> int:
    """How many recipients a notice of this request still waits for."""
    return RecipientNotice.objects.filter(request=request, told_at=None).values("recipient").distinct().count()
