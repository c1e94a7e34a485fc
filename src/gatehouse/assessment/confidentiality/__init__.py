"""What the assessed State keeps confidential, and tables over several States that tell of none (S/RES/2395 (2017), 13).

Enters: a State's mark on *selected* information, which is a whole piece or single paragraphs of it; answers to be
counted. Leaves: what a reader may read of a piece, with a note where something is left out; tables that are safe for k
States. Invariants: a mark holds for every reader but those it names, wherever the paragraph comes up again, until the
State releases it by a recorded decision; a marked answer is in no table; a withheld cell can be worked out neither from
totals nor from an earlier release.

`paragraphs`, `redaction`, `leak`, `tables` and `differencing` are pure. Trust: whoever can change them can publish what
a State told in confidence.
"""
