"""URLs of criteria."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.criteria import listing, pictures, trial, version, writing

urlpatterns = [
    path("criteria/", listing.criteria, name="criteria"),
    path("criteria/drafts/new/", writing.begin, name="criteria-begin"),
    path("criteria/drafts/<int:number>/", writing.draft, name="criteria-draft"),
    path("criteria/drafts/<int:number>/try/", writing.send, name="criteria-send"),
    path("criteria/drafts/<int:number>/close/", writing.close, name="criteria-close"),
    path("criteria/trials/<int:number>/", trial.one, name="criteria-trial"),
    path("criteria/<slug:identifier>/<int:version>/", version.one, name="criteria-one"),
    path("criteria/<slug:identifier>/<int:version>/disparity.svg", pictures.disparity, name="criteria-disparity"),
    path("criteria/<slug:identifier>/<int:version>/approve/", version.approve, name="criteria-approve"),
    path("criteria/<slug:identifier>/<int:version>/retire/", version.retire, name="criteria-retire"),
]
