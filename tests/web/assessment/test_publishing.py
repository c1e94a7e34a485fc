"""What is published is for everybody without signing in; everything else is not there for them."""

from __future__ import annotations

from django.test import Client

from gatehouse.assessment.confidentiality.marks import keep
from gatehouse.assessment.findings.models import Finding
from gatehouse.assessment.reports import freezing
from gatehouse.safeguards.decision import Actor, KeptTo, Subject
from gatehouse.safeguards.vocabulary import Role, SubjectClass


def test_only_what_is_published_is_there(desk: object, ready: Finding) -> None:
    anybody, actors = Client(), desk.actors
    report = freezing.freeze(actors["lead"], "state", desk.scene.cycle, desk.scene.state)
    file = f"/published/{report.pk}/en.html"
    assert anybody.get("/published/").context["reports"] == []
    assert anybody.get(file).status_code == 404
    freezing.put_before_the_state(actors["lead"], report)
    freezing.adopt(actors["member"], actors["other_member"], report)
    freezing.share(actors["member"], actors["other_member"], report, "decision 1")
    assert anybody.get(file).status_code == 404
    freezing.publish(actors["member"], actors["other_member"], report, "decision 2")
    assert [one.pk for one, _kind in anybody.get("/published/").context["reports"]] == [report.pk]
    told = anybody.get(file)
    assert "script-src" not in told["Content-Security-Policy"]
    assert told["Content-Security-Policy"].startswith("default-src 'none'")
    assert "Airlines supply data." in told.content.decode()
    for wrong in ("en.pdf", "xx.html", "..html"):
        assert anybody.get(f"/published/{report.pk}/{wrong}").status_code == 404
    focal = Actor("account:999", Role.STATE_FOCAL_POINT, state="X-AL")
    piece = Subject(SubjectClass.FINDING, f"finding:{ready.pk}", state="X-AL", with_the_state=True)
    keep(focal, piece, "security", "Airlines supply data.", KeptTo.COMMITTEE)
    assert "Airlines supply data." not in anybody.get(file).content.decode()
