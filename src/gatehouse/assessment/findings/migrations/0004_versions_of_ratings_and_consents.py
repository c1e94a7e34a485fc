"""Ratings in versions, settlements that say between which two, and consents that wait for another person's."""

import django.db.models.deletion
from django.db import migrations, models

KEPT = (
    "CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON assessment_findings_consent"
    " FOR EACH ROW EXECUTE FUNCTION assessment_findings_refuse()"
)
SETTLED_BETWEEN = """
ALTER TABLE assessment_findings_settledrating DISABLE TRIGGER kept;
UPDATE assessment_findings_settledrating settled SET "between" = (
    SELECT coalesce(jsonb_agg(given.id ORDER BY given.place), '[]'::jsonb) FROM assessment_findings_givenrating given
    WHERE given.finding_id = settled.finding_id AND given.axis = settled.axis
);
ALTER TABLE assessment_findings_settledrating ENABLE TRIGGER kept;
"""


class Migration(migrations.Migration):
    dependencies = [("assessment_findings", "0003_longer_codes")]

    operations = [
        migrations.RemoveConstraint(model_name="givenrating", name="rating_place_once"),
        migrations.RemoveConstraint(model_name="settledrating", name="axis_settled_once"),
        migrations.AddField("givenrating", "version", models.IntegerField(default=1)),
        migrations.AddField("givenrating", "reason", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.AddField("givenrating", "withdrawn", models.BooleanField(default=False)),
        migrations.AddField("givenrating", "blind", models.BooleanField(default=True)),
        migrations.AddField("settledrating", "between", models.JSONField(default=list)),
        migrations.AddConstraint(
            model_name="givenrating",
            constraint=models.UniqueConstraint(
                fields=["finding", "axis", "place", "version"], name="rating_version_once"
            ),
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by", models.CharField(max_length=40)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("role", models.CharField(max_length=24)),
                ("withdrawn", models.BooleanField(default=False)),
                (
                    "after",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="assessment_findings.moved"
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="assessment_findings.assessment",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(SETTLED_BETWEEN, migrations.RunSQL.noop),
        migrations.RunSQL(KEPT, "DROP TRIGGER kept ON assessment_findings_consent"),
    ]
