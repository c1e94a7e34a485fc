"""The reader of resolutions: a text in Chinese or English → paragraphs, what each demands of whom, by when.

Enters: the bytes of a file. Leaves: a `ResolutionText` of frozen values, with findings for what is unsure. Pure: no
clock, no database, no network, no model. In order: characters (`decoding`, `cleaning`), lines (`line`, `noise`,
`footnotes`), parts (`front`, `numbering`, `sections`, `preamble`), and what is said (`verbs`, `clauses`, `addressees`,
`citations`, `dates`, `deadlines`). Knowledge is in the CSV files beside: one row a verb, an addressee, a noise line.

Invariants: the text of a paragraph is the text as it was given, joined; no word is added and none is left out but
footnotes, page heads and feet, and numbers of paragraphs. Refuses what is not a resolution (`TextError`).

Trust: whoever can change the tables decides what counts as an obligation.
"""

from gatehouse.assessment.obligations.texts.errors import TextError

__all__ = ["TextError"]
