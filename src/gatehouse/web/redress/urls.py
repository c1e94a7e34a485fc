"""URLs of redress."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.redress import asking, deciding, desk, handing, one, telling

urlpatterns = [
    path("redress/ask/", asking.ask, name="redress-ask"),
    path("redress/ask/received/", asking.received, name="redress-received"),
    path("redress/", desk.desk, name="redress"),
    path("redress/<slug:case>/", one.one, name="redress-one"),
    path("redress/<slug:case>/identify/", one.identify, name="redress-identify"),
    path("redress/<slug:case>/extend/", one.extend, name="redress-extend"),
    path("redress/<slug:case>/answer/", deciding.answer, name="redress-answer"),
    path("redress/<slug:case>/correct/", deciding.correct, name="redress-correct"),
    path("redress/<slug:case>/erase/", deciding.erase, name="redress-erase"),
    path("redress/<slug:case>/drafts/<int:pk>/approve/", deciding.approve, name="redress-approve"),
    path("redress/<slug:case>/drafts/<int:pk>/decline/", deciding.decline, name="redress-decline"),
    path("redress/<slug:case>/notices/<int:number>/", telling.notice, name="redress-notice"),
    path("redress/<slug:case>/notices/<int:number>/sent/", telling.sent, name="redress-notice-sent"),
    path("redress/<slug:case>/notices/<int:number>/heard/", telling.heard, name="redress-notice-heard"),
    path("redress/<slug:case>/access/<slug:form>/", handing.access, name="redress-access"),
    path("redress/<slug:case>/letter/", handing.letter, name="redress-letter"),
    path("redress/<slug:case>/files/<int:number>/", handing.attachment, name="redress-file"),
]
