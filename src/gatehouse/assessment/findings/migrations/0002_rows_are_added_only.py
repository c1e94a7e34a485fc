"""Rows are neither changed nor deleted, by whatever program."""

from django.db import migrations

TABLES = ("moved", "gatetext", "finding", "findingtext", "givenrating", "settledrating", "capabilitystage", "reply")

REFUSING = """
CREATE FUNCTION assessment_findings_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was found is kept: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege', HINT = 'what is wrong is put right by another version';
END $$;
""" + "".join(
    f"""
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON assessment_findings_{table}
    FOR EACH ROW EXECUTE FUNCTION assessment_findings_refuse();
"""
    for table in TABLES
)


class Migration(migrations.Migration):
    dependencies = [("assessment_findings", "0001_initial")]

    operations = [migrations.RunSQL(REFUSING, "DROP FUNCTION assessment_findings_refuse() CASCADE")]
