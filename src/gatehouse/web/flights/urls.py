"""URLs of the board."""

from __future__ import annotations

from django.urls import path

from gatehouse.web.flights import board

urlpatterns = [path("flights/", board.board, name="flights")]
