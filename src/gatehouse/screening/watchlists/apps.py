"""The room of lists in Django: what it tells the door about entries."""

from __future__ import annotations

from django.apps import AppConfig


class WatchlistsConfig(AppConfig):
    """Lists, their versions and proposals."""

    name = "gatehouse.screening.watchlists"

    def ready(self) -> None:
        """Say how the facts about a proposal are read."""
        from gatehouse.records import known_by
        from gatehouse.safeguards.decision import Subject
        from gatehouse.safeguards.vocabulary import SubjectClass
        from gatehouse.screening.watchlists import proposals

        def facts(ref: str) -> Subject:
            return proposals.facts(ref) if ref.startswith("proposal:") else Subject(SubjectClass.LIST_ENTRY, ref)

        known_by(SubjectClass.LIST_ENTRY, facts)
