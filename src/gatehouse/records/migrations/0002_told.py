"""Tickets say which act the log was told of, and upon what: a row can be changed for that act upon its owner only.

`records_told(act, kind)` are the numbers of the things of a kind (`traveller:7`) upon which this transaction told the
log of an act.
"""

from django.db import migrations

TOLD = """
ALTER TABLE records_ticket ADD COLUMN act text NOT NULL DEFAULT '', ADD COLUMN subject text NOT NULL DEFAULT '';
ALTER TABLE records_ticket DROP CONSTRAINT records_ticket_pkey;
ALTER TABLE records_ticket ADD PRIMARY KEY (xid, class, act, subject);
CREATE OR REPLACE FUNCTION records_enter(class text, body text) RETURNS void LANGUAGE plpgsql
    SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    IF body::json ->> 'decision' IS DISTINCT FROM 'allowed' THEN
        RAISE EXCEPTION 'a door opens for what was allowed only'
            USING ERRCODE = 'insufficient_privilege', HINT = 'ask gatehouse.records.opened';
    END IF;
    INSERT INTO audit_waiting (bodies) VALUES (ARRAY[body]);
    INSERT INTO records_ticket
        SELECT pg_current_xact_id(), class, coalesce(body::json ->> 'act', ''), coalesce(body::json ->> 'subject', '')
        ON CONFLICT DO NOTHING;
END $$;
CREATE FUNCTION records_told(told_act text, kind text) RETURNS bigint[] LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT coalesce(array_agg(split_part(t.subject, ':', 2)::bigint), '{}') FROM records_ticket t
    WHERE t.xid = pg_current_xact_id_if_assigned() AND t.act = told_act AND t.subject ~ ('^' || kind || ':[0-9]{1,18}$')
$$;
CREATE OR REPLACE FUNCTION records_leave() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    DELETE FROM records_ticket WHERE xid = NEW.xid;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION records_told(text, text) FROM PUBLIC;
"""

UNDO = """
DROP FUNCTION records_told(text, text) CASCADE;
CREATE OR REPLACE FUNCTION records_enter(class text, body text) RETURNS void LANGUAGE plpgsql
    SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    IF body::json ->> 'decision' IS DISTINCT FROM 'allowed' THEN
        RAISE EXCEPTION 'a door opens for what was allowed only'
            USING ERRCODE = 'insufficient_privilege', HINT = 'ask gatehouse.records.opened';
    END IF;
    INSERT INTO audit_waiting (bodies) VALUES (ARRAY[body]);
    INSERT INTO records_ticket VALUES (pg_current_xact_id(), class) ON CONFLICT DO NOTHING;
END $$;
CREATE OR REPLACE FUNCTION records_leave() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    DELETE FROM records_ticket WHERE xid = NEW.xid AND class = NEW.class;
    RETURN NULL;
END $$;
DELETE FROM records_ticket;
ALTER TABLE records_ticket DROP CONSTRAINT records_ticket_pkey;
ALTER TABLE records_ticket DROP COLUMN act, DROP COLUMN subject;
ALTER TABLE records_ticket ADD PRIMARY KEY (xid, class);
"""


class Migration(migrations.Migration):
    dependencies = [("records", "0001_door")]

    operations = [migrations.RunSQL(TOLD, UNDO)]
