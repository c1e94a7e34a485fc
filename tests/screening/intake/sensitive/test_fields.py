"""Which segments are free text."""

from __future__ import annotations

from gatehouse.screening.intake.sensitive.codes import sensitive_codes
from gatehouse.screening.intake.sensitive.fields import How, fields, named_services, not_looked_at


def test_names_documents_and_addresses_are_never_looked_at() -> None:
    assert {"NAD", "TIF", "PDT", "ADD", "COM", "LOC", "DOC", "RFF", "DTM"} <= not_looked_at()
    assert {"DOCS", "DOCO", "DOCA", "INFT", "CHLD", "FOID", "CTCM", "CTCE"} <= named_services()


def test_free_text_is_looked_at() -> None:
    assert not {"IFT", "LTS", "FTX", "SSR", "ATT", "EMP", "DAT"} & not_looked_at()
    assert fields()["IFT"].keep == 1


def test_no_service_is_both_sensitive_and_a_name() -> None:
    assert not named_services() & set(sensitive_codes())


def test_every_way_of_looking_but_that_of_loose_pieces_is_in_use() -> None:
    assert {field.how for field in fields().values()} == set(How) - {How.REST}
