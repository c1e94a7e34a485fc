"""A list compiled for searching: arrays that stand in memory or, the same arrays, in a folder that is mapped.

Enters: `ListEntry` values (`build.build`). Leaves: an `arrays.Index`, which `search.search` goes through in one
compiled call. Words: a *token* here is a row of the list's vocabulary, its number is its place in alphabetical order; a
*row* is one reading of one listed name under one of its entry's birth dates, numbered in the order of those dates; a
*posting* is a row that holds a token. Invariants: the arrays are read-only; a folder is whole or refused.

Trust: whoever can write to the folder of a compiled list can decide who is not found.
"""
