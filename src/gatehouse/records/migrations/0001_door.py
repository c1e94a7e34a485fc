"""Tickets: the database's own note, for the length of a transaction, that the log was told what is opened and why.

`records_enter` is the only way to one. It writes the entry where the log takes entries in, so that entry and ticket
commit together; a ticket is gone with its transaction. The policies that ask for tickets are put on the tables by
`gatehouse.app.web_rights`, from a table of all tables.
"""

from django.db import migrations

TICKETS = """
CREATE UNLOGGED TABLE records_ticket (
    xid xid8 NOT NULL,
    class text NOT NULL,
    PRIMARY KEY (xid, class)
);
CREATE FUNCTION records_enter(class text, body text) RETURNS void LANGUAGE plpgsql
    SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    IF body::json ->> 'decision' IS DISTINCT FROM 'allowed' THEN
        RAISE EXCEPTION 'a door opens for what was allowed only'
            USING ERRCODE = 'insufficient_privilege', HINT = 'ask gatehouse.records.opened';
    END IF;
    INSERT INTO audit_waiting (bodies) VALUES (ARRAY[body]);
    INSERT INTO records_ticket VALUES (pg_current_xact_id(), class) ON CONFLICT DO NOTHING;
END $$;
CREATE FUNCTION records_is_open(classes text[]) RETURNS boolean LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT EXISTS (
        SELECT FROM records_ticket t WHERE t.xid = pg_current_xact_id_if_assigned() AND t.class = ANY(classes)
    )
$$;
CREATE FUNCTION records_leave() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    DELETE FROM records_ticket WHERE xid = NEW.xid AND class = NEW.class;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER records_leave AFTER INSERT ON records_ticket
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION records_leave();
REVOKE ALL ON FUNCTION records_enter(text, text), records_is_open(text[]), records_leave() FROM PUBLIC;
"""

UNDO = """
DROP TABLE records_ticket;
DROP FUNCTION records_leave();
DROP FUNCTION records_is_open(text[]) CASCADE;
DROP FUNCTION records_enter(text, text);
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = [("audit", "0002_append_only")]

    operations = [migrations.RunSQL(TICKETS, UNDO)]
