"""Who shared a report and who published it, and each decision by itself: the second one overwrote the first before."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("assessment_reports", "0001_initial")]

    operations = [
        migrations.AddField("FrozenReport", "shared_by", models.JSONField(default=list)),
        migrations.AddField("FrozenReport", "published_by", models.JSONField(default=list)),
        migrations.AddField(
            "FrozenReport", "published_under", models.TextField(blank=True, default=""), preserve_default=False
        ),
        # The words that a report published before has are those of the last decision, which was to publish it.
        migrations.RunSQL(
            "UPDATE assessment_reports_frozenreport SET published_under = decision WHERE published_at IS NOT NULL",
            migrations.RunSQL.noop,
        ),
    ]
