"""Tickets for one thing open its rows, and tickets for a store all: what the policies of `web_rows.csv` ask.

`records_is_open_whole(classes)`: whether this transaction told the log of everything that one room holds (`store:…`) of
one of the classes. `records_things(class, kind)`: the numbers of the things of a kind (`traveller:7`) that it told the
log of as things of the class.
"""

from django.db import migrations

ONE_ROW = """
CREATE FUNCTION records_is_open_whole(classes text[]) RETURNS boolean LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT EXISTS (
        SELECT FROM records_ticket t
        WHERE t.xid = pg_current_xact_id_if_assigned() AND t.class = ANY(classes) AND t.subject ~ '^store:[a-z-]+$'
    )
$$;
CREATE FUNCTION records_things(told_class text, kind text) RETURNS bigint[] LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path FROM CURRENT AS $$
    SELECT coalesce(array_agg(split_part(t.subject, ':', 2)::bigint), '{}') FROM records_ticket t
    WHERE t.xid = pg_current_xact_id_if_assigned() AND t.class = told_class
        AND t.subject ~ ('^' || kind || ':[0-9]{1,18}$')
$$;
REVOKE ALL ON FUNCTION records_is_open_whole(text[]), records_things(text, text) FROM PUBLIC;
"""

UNDO = """
DROP FUNCTION records_is_open_whole(text[]) CASCADE;
DROP FUNCTION records_things(text, text) CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("records", "0002_told")]

    operations = [migrations.RunSQL(ONE_ROW, UNDO)]
