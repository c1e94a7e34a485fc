"""Translations of findings stand in the room `translations` now, where they were brought before this table goes."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("assessment_findings", "0005_translations"),
        ("assessment_translations", "0001_initial"),
    ]

    operations = [migrations.DeleteModel("Translation")]
