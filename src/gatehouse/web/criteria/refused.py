"""What criteria refuse, in the reader's language."""

from __future__ import annotations

from gatehouse.screening.authoring.errors import AuthoringError
from gatehouse.screening.criteria.errors import CriterionError, CriterionFileError, RegisterError
from gatehouse.terms.saying import placed, together
from gatehouse.web.sayings import said, told


def said_of(fault: CriterionError | AuthoringError) -> str:
    """Of which criterion or file, why, and what to do."""
    if isinstance(fault, AuthoringError):
        return told(fault)
    if isinstance(fault, RegisterError):
        return said(placed(fault.criterion, together(fault.cause, fault.remedy)))
    if isinstance(fault, CriterionFileError):
        return said(placed(fault.file, placed(fault.position, together(fault.cause, fault.remedy))))
    return str(fault)
