"""A finding and a recommendation are translated on pages, and another person of the team approves."""

from __future__ import annotations

from django.test import Client

from gatehouse.assessment.findings import store as findings
from gatehouse.assessment.findings.models import Finding
from gatehouse.assessment.recommendations import store as recommendations
from gatehouse.assessment.recommendations.draft import Draft
from gatehouse.assessment.translations.models import Approval, Translation


def waiting_urls(client: Client) -> list[str]:
    return [row.url for row in client.get("/assessment/waiting/").context["rows"]]


def test_a_translator_writes_a_finding_and_the_lead_approves_it(desk: object, found: Finding) -> None:
    page, address = f"{desk.home}1/", f"{desk.home}1/translate/fr/"
    client = desk.clients["translator"]
    assert page in waiting_urls(client)
    shown = client.get(address)
    assert "Airlines supply data." in shown.content.decode()
    assert 'lang="fr"' in str(shown.context["form"]["text"])
    ways = [url for url, _label in shown.context["crumbs"] if url]
    assert {client.get(url).status_code for url in ways} == {200}, "every way back is open to a translator"
    assert f'href="{desk.home}"' in client.get("/assessment/").content.decode()
    sent = {"text": "Les transporteurs <fournissent>.", "seen": "0", "of": str(findings.source_of(found).number)}
    assert client.post(address, sent | {"text": " "}).status_code == 400
    assert client.post(address, sent).status_code == 302
    assert client.post(address, sent).status_code == 409, "another translation stands"
    assert waiting_urls(client) == []
    assert page in waiting_urls(desk.clients["lead"])
    shown = desk.clients["lead"].get(page).content.decode()
    assert "Les transporteurs &lt;fournissent&gt;." in shown
    for who in ("lead", "assessor", "focal", "donor"):
        assert desk.clients[who].post(address, sent).status_code == 403
    assert client.get(f"{desk.home}1/translate/tlh/").status_code == 404
    approve = f"{page}translations/{Translation.objects.get().pk}/"
    assert approve in shown
    for who in ("translator", "assessor", "focal"):
        assert desk.clients[who].post(approve).status_code == 403
    assert desk.clients["lead"].post(approve).status_code == 302
    assert Approval.objects.get().by == desk.actors["lead"].id
    shown = desk.clients["lead"].get(page).content.decode()
    assert "approved for reports" in shown
    assert approve not in shown
    assert page not in waiting_urls(desk.clients["lead"])


def test_a_recommendation_is_translated_on_its_page(desk: object, found: Finding) -> None:
    lead, scene = desk.actors["lead"], desk.scene
    said = Draft("Require data.", "2396-11a", (found.pk,), 1, "Ministry", "none", "a law")
    row = recommendations.draft(lead, scene.state, scene.cycle, said)
    recommendations.move(lead, row, "propose")
    page, client = f"/recommendations/{row.pk}/", desk.clients["translator"]
    assert page in waiting_urls(client)
    assert f"{page}translate/es/" in client.get(page).content.decode()
    sent = {"text": "Exigir los datos.", "seen": "0", "of": str(recommendations.source_of(row).number)}
    assert "Require data." in client.get(f"{page}translate/es/").content.decode()
    assert client.post(f"{page}translate/es/", sent | {"keep": "draft"}).status_code == 302
    assert [url for _kept, url in client.get("/assessment/waiting/").context["drafts"]] == [f"{page}translate/es/"]
    assert client.post(f"{page}translate/es/", sent).status_code == 302
    approve = f"{page}translations/{Translation.objects.get().pk}/"
    assert desk.clients["lead"].post(approve).status_code == 302
    assert "Exigir los datos." in desk.clients["lead"].get(page).content.decode()
    again = desk.clients["lead"].post(approve, follow=True).content.decode()
    assert "approved already" in again
