"""`python -m gatehouse.web.wording`: bring the catalogues up to date; `fill TABLE.csv` takes translations from a table;
`missing` lists the strings that some language lacks.
"""

from __future__ import annotations

import sys
from pathlib import Path

from gatehouse.web.wording.compiling import merged
from gatehouse.web.wording.extracting import bring_up_to_date, marked
from gatehouse.web.wording.filling import FillingError, fill
from gatehouse.web.wording.languages import TRANSLATED


def main(arguments: list[str]) -> int:
    """Do what the arguments say; the exit status."""
    if arguments[:1] == ["fill"] and len(arguments) == 2:
        try:
            print(f"{fill(Path(arguments[1]))} translations taken")
        except FillingError as fault:
            print(fault, file=sys.stderr)
            return 2
    for code, lacking in bring_up_to_date().items():
        print(f"{code}: {lacking} strings without a translation")
    if arguments == ["missing"]:
        known = [merged(language) for language in TRANSLATED]
        names = sorted(w if isinstance(w, str) else w[0] for words in marked().values() for w in words)
        print("\n".join(name for name in names if not all(one.get(name) for one in known)))
    return 0


sys.exit(main(sys.argv[1:]))
