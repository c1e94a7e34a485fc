"""Translations of whatever piece, with their approvals; those of findings are brought over with all that they are."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

KEPT = """
CREATE FUNCTION assessment_translations_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was translated is kept: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege', HINT = 'what is wrong is put right by another version';
END $$;
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON assessment_translations_translation
    FOR EACH ROW EXECUTE FUNCTION assessment_translations_refuse();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON assessment_translations_approval
    FOR EACH ROW EXECUTE FUNCTION assessment_translations_refuse();
"""
BROUGHT = """
INSERT INTO assessment_translations_translation (ref, "of", language, text, by, at)
SELECT 'finding:' || words.finding_id, encode(sha256(convert_to(btrim(words.text, E' \\t\\n\\r'), 'UTF8')), 'hex'),
       old.language, old.text, old.by, old.at
FROM assessment_findings_translation old JOIN assessment_findings_findingtext words ON words.id = old.of_id
ORDER BY old.id
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [("assessment_findings", "0005_translations")]

    operations = [
        migrations.CreateModel(
            name="Translation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(max_length=48)),
                ("of", models.CharField(max_length=64)),
                ("language", models.CharField(max_length=16)),
                ("text", models.TextField()),
                ("by", models.CharField(max_length=40)),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={"indexes": [models.Index(fields=["ref", "language"], name="translation_of_piece")]},
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("by", models.CharField(max_length=40)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "translation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approval",
                        to="assessment_translations.translation",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(BROUGHT, migrations.RunSQL.noop),
        migrations.RunSQL(KEPT, "DROP FUNCTION assessment_translations_refuse() CASCADE"),
    ]
