"""Machine-readable zones of travel documents (ICAO Doc 9303): text → document, each check digit on its own.

Enters: what a scanner read or an officer typed. Leaves: a `Zone` with every field, the names in their parts, and one
`Check` for each check digit, so that a document whose zone was altered says which digit failed. Refused (`MrzError`):
text that is no zone of one of the five formats. Words: **zone**, line, field, filler (`<`), check digit, composite.
This room is pure and could be published alone.

The positions in `layouts.csv` were verified by computing the standard's own specimens; the standard's text was not at
hand.
"""

from gatehouse.mrz.errors import MrzError
from gatehouse.mrz.zone import Check, Zone, read_zone

__all__ = ["Check", "MrzError", "Zone", "read_zone"]
