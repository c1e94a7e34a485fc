"""Sensitive values are nowhere after an ingest: not in any table, not in what is printed, not in what is logged."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from gatehouse.screening.intake import content
from gatehouse.screening.intake.models import RawChunk, RemovalCount, StoredMessage
from gatehouse.screening.travellers.models import Traveller

pytestmark = pytest.mark.usefixtures("database")

SECRETS = [
    "MOML", "KSML", "WCHR", "MEDA", "PILGRIMAGE", "HEPATITIS", "GEWERKSCHAFT", "HOMOSEXUEL", "COMUNISTA", "DISSIDENT",
    "ZIGEUNER", "JEHOVAH", "RAMADAN", "INSULIN", "МУСУЛЬМАНИН", "حلال", "糖尿病", "TEKERLEKLI",
]  # fmt: skip
PNR = (
    "UNB+IATA:1+1A+KRC+260119:1200+P1'UNH+1+PNRGOV:11:1:IA+x'MSG+:22'ORG+1A:MUC'TVL+260126:0830:260126:0900+CDG+LHR+ZZ+123'"
    "EQN+1'SRC'RCI+1A:ABC123::190126:1354'SSR+MOML:HK:1:ZZ'SSR+OTHS:HK:1:ZZ:::CDG:LHR:GOING ON PILGRIMAGE+::1'"
    "IFT+4:28::YY+NEEDS INSULIN ON BOARD'IFT+4:28::YY+MITGLIED DER GEWERKSCHAFT'TIF+CHURCH+CHRISTIAN MR:A:1'"
    "SSR+DOCS:HK:1:ZZ:::::/P/GBR/123456789/GBR/01JAN80/M/01JAN30/CHURCH/CHRISTIAN'SSR+WCHR:HK:1:ZZ'SSR+MEDA:HK:1:ZZ'"
    "IFT+4:28::YY+COUPLE HOMOSEXUEL'XYZ+1+COMUNISTA'LTS+14/A/SR/SSR KSMLZZHK1'LTS+JEHOVAH'S WITNESS'"
    "TVL+260126:0830:260126:0900+CDG+LHR+ZZ+123:Y'RPI+1+HK'ABI+4+X+Y'SAC+++A'SSR+KSML:HK:1:ZZ'UNT+20+1'UNZ+1+P1'"
)
API = (
    "MUSLIM PAX IN RAMADAN\r\nUNB+UNOW:4+ZZAIR+GOV+260119:1200+A1'UNH+1+PAXLST:D:15B:UN:IATA'BGM+745'TDT+20+ZZ123'"
    "LOC+125+CDG'DTM+189:2601260830:201'LOC+87+LHR'DTM+232:2601260900:201'NAD+FL+++CHURCH:CHRISTIAN'ATT+2++M'"
    "DTM+329:800101'FTX+AAA+++PASSENGER HAS HEPATITIS'FTX+AAB+++МУСУЛЬМАНИН حلال'"
    "FTX+AAC+++旅客患糖尿病'FTX+AAD+++TEKERLEKLI SANDALYE'EMP+9+:::DISSIDENT'NAT+2+GBR'"
    "DOC+P+123456789'LOC+91+GBR'CNT+42:1'UNT+20+1'UNZ+1+A1'ZIGEUNER"
)
INGEST = "from gatehouse.cli.main import main; main()"


def _cells() -> list[str]:
    """Every cell of every table, with what is packed in chunks unpacked."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT * FROM {table}")
            for row in cursor.fetchall():
                found += [
                    bytes(cell).decode("utf-8", "replace") if isinstance(cell, bytes | memoryview) else str(cell)
                    for cell in row
                ]
    found += [content._chunk(*place).decode() for place in RawChunk.objects.values_list("transmission_id", "number")]
    return found


def _seeded(folder: Path) -> None:
    folder.mkdir()
    (folder / "a.edi").write_text(PNR, encoding="utf-8")
    (folder / "b.edi").write_text(API, encoding="utf-8")
    (folder / "c.edi").write_text("no interchange but PILGRIMAGE and HEPATITIS", encoding="utf-8")
    (folder / "d_ramadan.edi").write_text(
        PNR.replace("P1", "P2")[:700] + "LTS+" + "INSULIN " * 40_000, encoding="utf-8"
    )


def test_no_seeded_value_is_in_any_table_or_in_what_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    _seeded(folder)
    ran = subprocess.run(
        [sys.executable, "-c", INGEST, "ingest", str(folder)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2, ran.stderr
    cells = _cells()
    said = [*cells, ran.stdout, ran.stderr.replace("d_ramadan.edi", "")]
    for secret in SECRETS:
        assert not [text for text in said if secret.upper() in text.upper()], secret
    # The search would find them: what stays is found by it.
    assert [text for text in cells if "CHURCH" in text]
    assert set(RemovalCount.objects.values_list("trait", flat=True)) == {
        "belief", "health", "union", "orientation", "politics", "origin",
    }  # fmt: skip


def test_the_traveller_is_who_they_were_and_the_message_says_that_something_went(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    _seeded(folder)
    subprocess.run([sys.executable, "-c", INGEST, "ingest", str(folder)], capture_output=True, check=False)
    held = set(Traveller.objects.values_list("surname", "given_names", "birth_date"))
    assert ("CHURCH", "CHRISTIAN", "1980-01-01") in held
    findings = [f for said in StoredMessage.objects.values_list("findings", flat=True) for f in said]
    removed = [f for f in findings if f["code"] == "sensitive-removed"]
    assert removed
    assert {f["segment"] for f in removed} == {None}
