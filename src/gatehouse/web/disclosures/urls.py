"""URLs of disclosures."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.disclosures import disclosing

urlpatterns = [
    path("disclosures/", disclosing.disclosures, name="disclosures"),
    path("disclosures/<int:number>/agree/", disclosing.agree, name="disclosures-agree"),
    path("disclosures/<int:number>/decline/", disclosing.decline, name="disclosures-decline"),
]
