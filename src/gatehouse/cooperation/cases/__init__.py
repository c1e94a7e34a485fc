"""Cases: what persons made of a confirmed match, opened, closed with an outcome, and in the end of nobody.

Enters: a visit, a hit that two persons confirm. Leaves: a numbered case that keeps the data of its travellers beyond
every clock while it is open, and `case_erase_after_closing` of the law profile longer. Then what led to a person is
erased; number, kind, dates and outcome stay. Words: **case**, member. Invariants: a case begins with a confirmed match;
what stays of it names nobody and refers to nobody.

Trust: whoever opens a case keeps somebody's data; each opening is an entry of the log, and so is each closing.
"""
