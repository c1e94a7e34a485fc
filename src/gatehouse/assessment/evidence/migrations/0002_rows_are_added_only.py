"""Rows are neither changed nor deleted, by whatever program."""

from django.db import migrations

TABLES = ("item", "file", "custodyevent")

REFUSING = """
CREATE FUNCTION assessment_evidence_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'evidence is kept: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege', HINT = 'what is wrong is put right by another version';
END $$;
""" + "".join(
    f"""
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON assessment_evidence_{table}
    FOR EACH ROW EXECUTE FUNCTION assessment_evidence_refuse();
"""
    for table in TABLES
)


class Migration(migrations.Migration):
    dependencies = [("assessment_evidence", "0001_initial")]

    operations = [migrations.RunSQL(REFUSING, "DROP FUNCTION assessment_evidence_refuse() CASCADE")]
