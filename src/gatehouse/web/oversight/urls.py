"""URLs of the overseer's console."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.oversight import (
    checkpoints,
    console,
    countersigning,
    criteria,
    disclosures,
    entries,
    overdue,
    proving,
    releasing,
    reports,
    retention,
    samples,
    unmaskings,
    uses,
)

urlpatterns = [
    path("oversight/", console.console, name="oversight"),
    path("oversight/log/", entries.searched, name="oversight-log"),
    path("oversight/log/<int:number>/proof/", proving.proof, name="oversight-proof"),
    path("oversight/uses/", uses.uses, name="oversight-uses"),
    path("oversight/unmaskings/", unmaskings.unmaskings, name="oversight-unmaskings"),
    path("oversight/unmaskings/seen/", unmaskings.seen, name="oversight-unmaskings-seen"),
    path("oversight/retention/", retention.runs, name="oversight-retention"),
    path("oversight/retention/due/", retention.due, name="oversight-due"),
    path("oversight/retention/<int:number>/", retention.certificate, name="oversight-certificate"),
    path("oversight/disclosures/", disclosures.disclosures, name="oversight-disclosures"),
    path("oversight/overdue/", overdue.overdue, name="oversight-overdue"),
    path("oversight/criteria/", criteria.register, name="oversight-criteria"),
    path("oversight/samples/", samples.samples, name="oversight-samples"),
    path("oversight/samples/<int:pk>/", samples.sample, name="oversight-sample"),
    path("oversight/checkpoints/", checkpoints.checkpoints, name="oversight-checkpoints"),
    path("oversight/checkpoints/request/", countersigning.request_file, name="oversight-checkpoint-request"),
    path("oversight/checkpoints/countersigned/", countersigning.take, name="oversight-countersigned"),
    path("oversight/checkpoints/<int:pk>/", checkpoints.note, name="oversight-checkpoint"),
    path("oversight/reports/", reports.reports, name="oversight-reports"),
    path("transparency/", releasing.transparency, name="transparency"),
    path("transparency/<int:pk>/<slug:language>/", releasing.read, name="transparency-one"),
    path("oversight/reports/<int:pk>/propose/", releasing.propose, name="oversight-report-propose"),
    path("oversight/reports/<int:pk>/publish/", releasing.publish, name="oversight-report-publish"),
    path("oversight/reports/<int:pk>/<slug:form>/", reports.printed, name="oversight-report"),
]
