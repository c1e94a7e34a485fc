"""Segment tags that the three message families use, and those whose text may hold stray apostrophes."""

from __future__ import annotations

SERVICE = "UNA UNB UNG UNH UNS UNT UNE UNZ UCI UCF UCM UCS UCD USA USH UST"
UN_EDIFACT = (
    "ADR ATT AUT BGM CNI CNT COM CPI CST CTA CUX DMS DOC DTM EMP EQD EQN ERC ERP FTX GEI GID GIR GIS GOR HAN ICD "
    "IDE IMD IND LOC MEA MOA NAD NAT PAC PCI PDI PDT PIT QTY QUA RFF RNG SAL SEL SEQ SGP STS TAX TDT TMD TOD TPL TSR"
)
PADIS = (
    "ABI ADD ADS APD APS CON DAT DUM EBD ERC FAR FOP FTI FTK IFT INV ITM LTS MON MSG ODI ORG PTK RCI REF RPI SAC "
    "SRC SSD SSR TBD TFF TIF TKT TRA TRI TVL TXD"
)
KNOWN_TAGS = frozenset(f"{SERVICE} {UN_EDIFACT} {PADIS}".split())
TEXT_TAGS = frozenset(["NAD", "TIF", "IFT", "SSR", "FTX", "LTS", "COM", "ADD", "ADR"])
"""Segments of names and free text: an unknown tag right after one is more likely the rest of it than a segment."""
