"""Coverage-guided fuzzing of the EDIFACT and message readers with atheris (an optional extra).

Run: `python bench/fuzz_edifact.py [CORPUS_DIR] [-max_total_time=SECONDS]`; every libFuzzer option is passed on. Any
exception other than `EdifactError` ends the run with the input that caused it. Without atheris it says how to get it
and exits with status 2; `pytest tests/edifact/test_reader_fuzz.py` fuzzes without it.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import sys
import tempfile
from pathlib import Path

SEEDS = (
    b"UNA:+.? 'UNB+UNOA:4+A:ZZ+B:ZZ+260301:1200+1++APIS'UNH+1+PAXLST:D:05B:UN:IATA'BGM+745'NAD+FL+++O?'ROE:JANE'"
    b"ATT+2++F'DTM+329:800101'DOC+P+X1'UNT+7+1'UNZ+1+1'",
    b"UNB+IATA:1+1A+GOV+260301:1200+1++PNRGOV'UNH+1+PNRGOV:11:1:IA'MSG+:22'SRC'RCI+1A:ABC123'TIF+ROE+JANE:A:1'UNT+6+1'",
    b"UNB+UNOA:4+GOV+A+260301:1200+1'UNH+1+CUSRES:D:05B:UN'BGM+962'ERP+2'RFF+ABO:7'ERC+0Z'UNT+6+1'UNZ+1+1'",
    b"UNB+UNOA:4+GOV+A+260301:1200+1'UNH+1+CONTRL:4:1:UN'UCI+1+A+B+7'UCM+1+PAXLST+4'UCS+2+12'UNT+5+1'UNZ+1+1'",
)
"""One message of each kind, from which the fuzzer starts."""


def survives(raw: bytes) -> None:
    """Read `raw` as a stream of segments and as messages; only an `EdifactError` may come of it."""
    from gatehouse.edifact import EdifactError, read
    from gatehouse.screening.messages import read_messages

    for reader in (read, read_messages):
        with contextlib.suppress(EdifactError):
            for _ in reader(io.BytesIO(raw)):
                continue


def main() -> int:
    """Fuzz until libFuzzer stops; 2 when atheris is not installed."""
    if importlib.util.find_spec("atheris") is None:
        print("fuzz_edifact: atheris is not installed; pip install 'gatehouse[fuzz]', then run again", file=sys.stderr)
        return 2
    import atheris

    with atheris.instrument_imports(include=["gatehouse"]):
        import gatehouse.screening.messages  # noqa: F401  (instrumented as it is imported)
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(SEEDS):
            Path(corpus, f"seed-{number}").write_bytes(seed)
        atheris.Setup([*sys.argv, corpus], survives)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
