"""URLs of unmasking."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.unmasking import asking, deciding, looking

urlpatterns = [
    path("unmasking/", asking.asked, name="unmasking"),
    path("unmasking/decide/", deciding.waiting, name="unmasking-decide"),
    path("unmasking/decide/<int:pk>/approve/", deciding.approve, name="unmasking-approve"),
    path("unmasking/decide/<int:pk>/refuse/", deciding.refuse, name="unmasking-refuse"),
    path("unmasking/<int:pk>/look/", looking.look, name="unmasking-look"),
]
