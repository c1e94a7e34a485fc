"""Clocks: mask, unmask on request, hold, erase, prove, from what each room declares that it keeps.

Enters: the law profile's periods and masked elements, and the declarations of the rooms (`keeps.py` in each, found by
that name). Leaves: rows whose personal values are masked or gone, a vault that holds what masking removed, and
certificates of what was erased. Words: data key (seals what belongs to one day), master key (wraps data keys), vault,
hold (a named case keeps somebody's data beyond their clock), kept (a hit or a case above says so). Invariants: what
the clock says is done in storage, together with its entry in the log, in one transaction; nothing here knows a room
above by name; when a data key is erased, nothing that it sealed can be read again, in any copy.

Trust: whoever has the master key and a copy of the table of data keys can read what is sealed and not erased; whoever
can change a `keeps.py` can have data kept that should go.
"""
