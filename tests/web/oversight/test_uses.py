"""Counts of the log by purpose."""

from __future__ import annotations

from django.test import Client


def test_uses_are_counted_by_purpose(reader: Client) -> None:
    page = reader.get("/oversight/uses/")
    assert any(one.act == "act.refused" for one, _says, _kind in page.context["rows"])
