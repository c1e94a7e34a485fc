"""URLs of the assessment side."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.assessment import (
    answering,
    board,
    contested,
    evidencing,
    following,
    helping,
    marking,
    overview,
    recommending,
    reporting,
    visiting,
    workbooks,
)

OF = "assessment/<str:code>/<int:cycle>/"

urlpatterns = [
    path("assessment/", overview.overview, name="assessment"),
    path("assessment/reports/", reporting.reports, name="assessment-reports"),
    path("assessment/reports/<int:pk>/<str:file>", reporting.download, name="assessment-report"),
    path(OF, overview.state_page, name="assessment-state"),
    path(f"{OF}ratings.svg", overview.heat_map, name="assessment-heat"),
    path(f"{OF}contested/", contested.contested, name="assessment-contested"),
    path(f"{OF}contested/<int:pk>/settle/", contested.settle_one, name="assessment-settle"),
    path(f"{OF}evidence/", evidencing.evidence, name="assessment-evidence"),
    path(f"{OF}evidence/bring/", evidencing.bring, name="assessment-evidence-bring"),
    path(f"{OF}evidence/<int:pk>/file/", evidencing.file, name="assessment-evidence-file"),
    path(f"{OF}evidence/<int:pk>/hand-over/", evidencing.hand_over, name="assessment-evidence-hand-over"),
    path(f"{OF}evidence/<int:pk>/check/", evidencing.check, name="assessment-evidence-check"),
    path(f"{OF}marks/", marking.pieces, name="assessment-marks"),
    path(f"{OF}marks/<int:mark>/release/", marking.release, name="assessment-marks-release"),
    path(f"{OF}marks/<slug:kind>/<slug:name>/", marking.piece, name="assessment-marks-piece"),
    path(f"{OF}marks/<slug:kind>/<slug:name>/keep/", marking.keep, name="assessment-marks-keep"),
    path(f"{OF}workbook/", workbooks.bring, name="assessment-import"),
    path(f"{OF}workbook/<slug:questionnaire>/", workbooks.export, name="assessment-export"),
    path(f"{OF}answers/<slug:questionnaire>/<slug:section>/", answering.section, name="assessment-section"),
    path("visits/", visiting.visits, name="visits"),
    path("recommendations/", board.board, name="recommendations"),
    path("recommendations/<int:pk>/", recommending.recommendation, name="recommendation"),
    path("recommendations/<int:pk>/rewrite/", recommending.rewrite, name="recommendation-rewrite"),
    path("recommendations/<int:pk>/step/", recommending.step, name="recommendation-step"),
    path("recommendations/<int:pk>/reply/", recommending.reply, name="recommendation-reply"),
    path("recommendations/<int:pk>/adopt/", recommending.adopt, name="recommendation-adopt"),
    path("recommendations/<int:pk>/share/", recommending.share, name="recommendation-share"),
    path("recommendations/<int:pk>/progress/", following.report, name="recommendation-progress"),
    path("recommendations/<int:pk>/find/", following.find, name="recommendation-find"),
    path("recommendations/second/<int:waiting>/", following.second, name="recommendation-second"),
    path(f"{OF}recommend/", recommending.recommend, name="assessment-recommend"),
    path("assistance/", helping.assistance, name="assistance"),
]
