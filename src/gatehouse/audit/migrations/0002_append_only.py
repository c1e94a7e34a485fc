"""Numbers given at commit, and nothing changed or deleted afterwards.

All triggers fire ALWAYS, so that `session_replication_role = replica` switches none of them off. The owner of the
tables can still drop them: what then happens is found by `gatehouse audit verify`.
"""

from django.db import migrations

# 1734440033 is 0x67617461 ("gata"): the lock of the one transaction that is numbering its entries, until its commit.
NUMBERING = """
CREATE FUNCTION audit_number() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    first bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(1734440033);
    -- A statement of its own, so that it sees what the lock's last holder committed.
    SELECT coalesce(max(number) + 1, 0) INTO first FROM audit_entry;
    INSERT INTO audit_entry (number, body)
        SELECT first + place - 1, body FROM unnest(NEW.bodies) WITH ORDINALITY AS waiting (body, place);
    DELETE FROM audit_waiting WHERE id = NEW.id;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER audit_number AFTER INSERT ON audit_waiting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_number();
ALTER TABLE audit_waiting ENABLE ALWAYS TRIGGER audit_number;
"""

REFUSING = """
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege',
        HINT = 'entries are written by gatehouse.audit.log.record; what is wrong is put right by another entry';
END $$;
"""

KEPT = """
CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
ALTER TABLE {table} ENABLE ALWAYS TRIGGER audit_kept;
"""

# Rows of audit_entry are written, and those of audit_waiting deleted, by the numbering trigger and by nobody else.
ONE_WAY_IN = """
CREATE TRIGGER audit_one_way_in BEFORE INSERT ON audit_entry
    FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION audit_refuse();
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_one_way_in;
CREATE TRIGGER audit_one_way_out BEFORE DELETE ON audit_waiting
    FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION audit_refuse();
ALTER TABLE audit_waiting ENABLE ALWAYS TRIGGER audit_one_way_out;
CREATE TRIGGER audit_kept BEFORE UPDATE OR TRUNCATE ON audit_waiting
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
ALTER TABLE audit_waiting ENABLE ALWAYS TRIGGER audit_kept;
"""

# On the encoding itself: columns beside it could say something else than what was signed.
SEARCHING = """
CREATE INDEX audit_entry_subject ON audit_entry ((body::json ->> 'subject'), number);
CREATE INDEX audit_entry_actor ON audit_entry ((body::json ->> 'actor'), number);
CREATE INDEX audit_entry_act ON audit_entry ((body::json ->> 'act'), number);
"""

UNDO = """
DROP INDEX audit_entry_subject, audit_entry_actor, audit_entry_act;
DROP TRIGGER audit_number ON audit_waiting;
DROP FUNCTION audit_number();
DROP FUNCTION audit_refuse() CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.RunSQL(
            NUMBERING
            + REFUSING
            + KEPT.format(table="audit_entry")
            + KEPT.format(table="audit_checkpoint")
            + ONE_WAY_IN
            + SEARCHING,
            UNDO,
        )
    ]
