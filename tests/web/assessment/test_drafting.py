"""A draft is kept, thrown away, and gone once what was typed is given; what does not fit is said and not lost."""

from __future__ import annotations

import pytest

from gatehouse.assessment.drafts import keeping
from gatehouse.assessment.drafts.models import Draft
from gatehouse.assessment.findings.models import Finding


def test_a_draft_is_kept_thrown_away_and_gone_when_given(desk: object, found: Finding) -> None:
    client, address = desk.clients["assessor"], f"{desk.scene.home}sections/gender/"
    assert client.post(address, {"text": "half a section", "seen": "0", "keep": "draft"}).status_code == 302
    page = client.get(address).content.decode()
    assert "half a section" in page
    assert 'name="drop"' in page
    client.post(address, {"text": "more of it", "drop": "draft"})
    assert Draft.objects.count() == 0
    assert "half a section" not in client.get(address).content.decode()
    client.post(address, {"text": "again", "seen": "0", "keep": "draft"})
    client.post(address, {"text": "the whole section", "seen": "0"})
    assert Draft.objects.count() == 0
    assert "the whole section" in client.get(address).content.decode()
    assert found.number == 1


def test_what_is_too_long_to_keep_is_said_and_still_on_the_page(
    desk: object, found: Finding, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "TYPED_CHARS_MAX", 40)
    client, address = desk.clients["assessor"], f"{desk.scene.home}sections/gender/"
    answer = client.post(address, {"text": "much too long for a draft of forty characters", "keep": "draft"})
    assert answer.status_code == 400
    assert "much too long for a draft" in answer.content.decode()
    told = client.post(address, {"text": "x" * 60, "keep": "typed"}, headers={"HX-Request": "true"})
    assert b"could not be kept" in told.content
    assert found.number == 1


def test_who_may_not_write_keeps_no_draft(desk: object, found: Finding) -> None:
    for who in ("donor", "focal", "member", "second"):
        assert desk.clients[who].post(f"{desk.home}1/write/", {"text": "x", "keep": "draft"}).status_code == 403
    assert Draft.objects.count() == 0
    assert found.number == 1
