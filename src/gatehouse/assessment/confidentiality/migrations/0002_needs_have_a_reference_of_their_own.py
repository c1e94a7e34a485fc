"""Marks on needs name them `need:N`. They were `assistance:N`, as projects and offers were, and only needs were marked."""

from __future__ import annotations

from django.db import migrations

RENAMED = """
UPDATE assessment_confidentiality_mark SET ref = 'need:' || substr(ref, 12) WHERE ref LIKE 'assistance:%'
"""


class Migration(migrations.Migration):
    dependencies = [("assessment_confidentiality", "0001_initial")]

    operations = [migrations.RunSQL(RENAMED, migrations.RunSQL.noop)]
