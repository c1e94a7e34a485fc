"""Decisions with how long they took and by which criterion; hits of criteria as counts may see them. Of nobody."""

from django.db import migrations

BEFORE = """
DROP VIEW counts_decision;
CREATE VIEW counts_decision AS
SELECT r.list, r.unit, a.at::date AS day, a.state, extract(epoch FROM r.due - a.at) / 3600 AS lead_hours
FROM review_act a JOIN review_review r ON r.hit_id = a.review_id
WHERE a.state IN ('cleared', 'confirmed') AND a.event NOT IN ('reopening-refused', 'silenced');
"""
AFTER = """
DROP VIEW counts_decision;
CREATE VIEW counts_decision AS
SELECT r.list, r.unit, a.at::date AS day, a.state, extract(epoch FROM r.due - a.at) / 3600 AS lead_hours,
    extract(epoch FROM a.at - r.since) / 3600 AS taken_hours,
    CASE WHEN h.list = 'CRITERIA' THEN h.entry_id END AS criterion
FROM review_act a JOIN review_review r ON r.hit_id = a.review_id JOIN hits_hit h ON h.id = r.hit_id
WHERE a.state IN ('cleared', 'confirmed') AND a.event NOT IN ('reopening-refused', 'silenced');
"""
HITS = """
CREATE VIEW counts_criterionhit AS
SELECT h.entry_id AS criterion, r.since::date AS day, r.state, r.waiting
FROM hits_hit h JOIN review_review r ON r.hit_id = h.id WHERE h.list = 'CRITERIA';
"""


class Migration(migrations.Migration):
    dependencies = [("counts", "0003_carriers"), ("hits", "0003_alter_hit_state")]

    operations = [
        migrations.RunSQL(AFTER, BEFORE),
        migrations.RunSQL(HITS, "DROP VIEW counts_criterionhit"),
    ]
