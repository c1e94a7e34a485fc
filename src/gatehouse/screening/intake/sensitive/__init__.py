"""What reveals religion, health, union membership, sexual orientation, political opinion or origin is taken out.

Enters: the bytes of a file as they came. Leaves: bytes of the same number, with a run of `q` wherever a sensitive
service code or free text stood (`marker`), and how many were taken out by trait; never the values, never whose they
were (ICAO Annex 9 §9.30, Directive (EU) 2016/681 art. 13(4): delete on receipt). Everything behind this door, the
stored bytes included, sees only what leaves it. Pure: no clock, no database. Invariants: no segment, no count and no
byte's place changes, so that what is later said of a place is true of the file as it came too; names, documents and
addresses are never looked at; what cannot be cut into segments is not let through at all.

Words: trait (`codes.csv`, `lexicon.csv`), field (`fields.csv`: which ones are free text), marker.

Trust: whoever can change the tables here decides what is kept of people's beliefs and bodies.
"""

from gatehouse.screening.intake.sensitive.marker import is_removed
from gatehouse.screening.intake.sensitive.redaction import Redacted

__all__ = ["Redacted", "is_removed"]
