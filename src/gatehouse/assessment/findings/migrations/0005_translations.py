"""Findings in other languages; rows are neither changed nor deleted."""

import django.db.models.deletion
from django.db import migrations, models

KEPT = (
    "CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON assessment_findings_translation"
    " FOR EACH ROW EXECUTE FUNCTION assessment_findings_refuse()"
)


class Migration(migrations.Migration):
    dependencies = [("assessment_findings", "0004_versions_of_ratings_and_consents")]

    operations = [
        migrations.CreateModel(
            name="Translation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by", models.CharField(max_length=40)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("language", models.CharField(max_length=16)),
                ("text", models.TextField()),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="translations",
                        to="assessment_findings.findingtext",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.RunSQL(KEPT, "DROP TRIGGER kept ON assessment_findings_translation"),
    ]
