"""Our catalogue of obligations: threads through the versions of resolutions, and what answers each.

Enters: reviewed CSV files beside this code. Leaves: frozen values (`catalogue()`, `obligation(code)`). An instrument
(`instruments.csv`) has versions; an obligation (`obligations.csv`) is a thread with a code that stays; `placings.csv`
says in which paragraph of which version it stands, `changes.csv` what became of each paragraph. The wording is ours, in
English, and short: it is not the text of a resolution, and a draft is never taken for what was adopted. Pure.

Invariants, held by tests: codes are unique and every reference resolves; every operative paragraph of every version has
an obligation; what is said to serve names a command or a page that is there.

Trust: whoever can change these files decides what a State seems to be asked, and how much of it we seem to do.
"""

from gatehouse.assessment.obligations.catalogue.loading import catalogue, obligation
from gatehouse.assessment.obligations.catalogue.thread import Catalogue, Obligation, Placing, UnknownObligation, Version

__all__ = ["Catalogue", "Obligation", "Placing", "UnknownObligation", "Version", "catalogue", "obligation"]
