"""The app's name: its tables are `accounts_…`."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The room `gatehouse.web.accounts`."""

    name = "gatehouse.web.accounts"
    label = "accounts"
