"""What waits on needs names them `need:N`, as marks do."""

from __future__ import annotations

from django.db import migrations

RENAMED = "UPDATE assessment_waiting_begun SET ref = 'need:' || substr(ref, 12) WHERE ref LIKE 'assistance:%'"


class Migration(migrations.Migration):
    dependencies = [("assessment_waiting", "0001_initial")]

    operations = [migrations.RunSQL(RENAMED, migrations.RunSQL.noop)]
