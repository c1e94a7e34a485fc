"""The log's own beginning may go, up to where the newest row of `audit_forgotten` says, and nothing else of it.

Rows are still never changed, and those behind that place never deleted. Whoever writes such a row deletes entries, and
whether they were allowed to is for `verify`: only what a countersigned checkpoint vouches for is believed.
"""

import importlib

from django.db import migrations, models

FORGETTING = """
CREATE FUNCTION audit_forgets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_LEVEL = 'STATEMENT' THEN
        IF EXISTS (SELECT FROM audit_forgotten) THEN
            RETURN NULL;
        END IF;
    ELSIF OLD.number < (SELECT max(size) FROM audit_forgotten) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the audit log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege',
        HINT = 'only what gatehouse.audit.forgetting forgot may go';
END $$;
DROP TRIGGER audit_kept ON audit_entry;
CREATE TRIGGER audit_kept BEFORE UPDATE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_kept;
CREATE TRIGGER audit_forgets BEFORE DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_forgets();
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_forgets;
CREATE TRIGGER audit_forgets_nothing BEFORE DELETE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_forgets();
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_forgets_nothing;
"""
UNDO = """
DROP TRIGGER audit_forgets ON audit_entry;
DROP TRIGGER audit_forgets_nothing ON audit_entry;
DROP FUNCTION audit_forgets();
DROP TRIGGER audit_kept ON audit_entry;
"""

before = importlib.import_module("gatehouse.audit.migrations.0002_append_only")


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_uses")]

    operations = [
        migrations.CreateModel(
            name="Forgotten",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("size", models.BigIntegerField(unique=True)),
                ("edge", models.BinaryField()),
                ("note", models.TextField()),
            ],
        ),
        migrations.RunSQL(
            FORGETTING + before.KEPT.format(table="audit_forgotten"), UNDO + before.KEPT.format(table="audit_entry")
        ),
    ]
