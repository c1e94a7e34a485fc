"""A period is frozen once and printed as often as wanted."""

from __future__ import annotations

from django.test import Client

from gatehouse.oversight.models import Snapshot


def test_a_period_is_frozen_once_and_printed(reader: Client) -> None:
    period = {"first": "2026-01-01", "last": "2026-01-31"}
    assert reader.post("/oversight/reports/", period).status_code == 302
    assert reader.post("/oversight/reports/", period).status_code == 400
    assert reader.post("/oversight/reports/", {"first": "2026-02-01", "last": "9999-12-31"}).status_code == 400
    number = Snapshot.objects.get().pk
    assert reader.get(f"/oversight/reports/{number}/pdf/").content.startswith(b"%PDF")
    assert "Transparency report" in reader.get(f"/oversight/reports/{number}/html/").content.decode()
    assert reader.get(f"/oversight/reports/{number}/exe/").status_code == 404
    assert reader.get(f"/oversight/reports/{number}/pdf/?language=xx").status_code == 404
