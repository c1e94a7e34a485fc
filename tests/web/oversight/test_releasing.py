"""The transparency report is read by everybody once two persons published it, and by nobody before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.test import Client

from gatehouse.oversight.models import Snapshot
from gatehouse.safeguards.vocabulary import Role
from signed_in import entries

PERIOD = {"first": "2026-01-01", "last": "2026-01-31"}


def test_two_publish_and_everybody_reads(browser: Callable[..., Client], client_of_nobody: Client) -> None:
    officer = browser(Role.DATA_PROTECTION_OFFICER, purpose="oversight", reference="DP-1")
    reader = browser(Role.OVERSIGHT_READER, purpose="oversight", reference="SV-1")
    assert officer.post("/oversight/reports/", PERIOD).status_code == 302
    number = Snapshot.objects.get().pk
    propose, publish = (f"/oversight/reports/{number}/{act}/" for act in ("propose", "publish"))
    assert reader.post(propose).status_code == 403
    reader.post(publish)
    assert officer.post(propose).status_code == 302
    assert officer.post(publish).status_code == 403
    assert "Nothing is published yet" in client_of_nobody.get("/transparency/").content.decode()
    assert client_of_nobody.get(f"/transparency/{number}/en/").status_code == 404
    assert f"Publish report {number}" in reader.get("/oversight/reports/").content.decode()
    assert "Everybody reads it" in reader.post(publish, follow=True).content.decode()
    kept = Snapshot.objects.get()
    assert (kept.proposed_by, kept.published_by) == ("account:1", "account:2")
    [entry] = entries("report.published")
    assert (entry.actor, entry.subject, entry.details) == ("account:1", f"report:{number}", {"second": "account:2"})
    assert f"/transparency/{number}/en/" in client_of_nobody.get("/transparency/").content.decode()
    page = client_of_nobody.get(f"/transparency/{number}/en/").content.decode()
    assert kept.sha256 in page
    assert client_of_nobody.get(f"/transparency/{number}/tlh/").status_code == 404
    assert dt.datetime.now(dt.UTC).date() > kept.ends
