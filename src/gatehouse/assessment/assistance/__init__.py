"""Help: what a State needs, who offers it, which project comes of it, and what that changed (S/RES/2396 (2017), 49-50).

Enters: needs that follow from recommendations or that a State states itself, offers, projects with their money and
days, indicators with baseline, aim and what was measured. Leaves: the matrix of needs, offers and projects, proposals
that are explained point by point, projects that may be duplicates, effects with their confidence. Invariants: no
project without a request or consent on record, none approved before the assessing body was consulted, none closed
before every indicator was measured against its baseline; whoever helps sees a need only when it is shared.

`themes`, `proposals`, `duplicates`, `effect` and `project_stages` are pure.
"""
