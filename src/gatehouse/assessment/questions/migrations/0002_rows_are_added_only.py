"""What was answered is neither changed nor deleted, by whatever program."""

from django.db import migrations

TABLES = ("answer", "contested", "settled", "delegated")

REFUSING = """
CREATE FUNCTION assessment_questions_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'answers are kept: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege', HINT = 'what is wrong is put right by another version';
END $$;
""" + "".join(
    f"""
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON assessment_questions_{table}
    FOR EACH ROW EXECUTE FUNCTION assessment_questions_refuse();
"""
    for table in TABLES
)


class Migration(migrations.Migration):
    dependencies = [("assessment_questions", "0001_initial")]

    operations = [migrations.RunSQL(REFUSING, "DROP FUNCTION assessment_questions_refuse() CASCADE")]
