"""Decisions as counts may see them: which list, which day, what became of it, how long before departure; of whom, not."""

from django.db import migrations

VIEW = """
CREATE VIEW counts_decision AS
SELECT r.list, r.unit, a.at::date AS day, a.state, extract(epoch FROM r.due - a.at) / 3600 AS lead_hours
FROM review_act a JOIN review_review r ON r.hit_id = a.review_id
WHERE a.state IN ('cleared', 'confirmed') AND a.event NOT IN ('reopening-refused', 'silenced');
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = [("review", "0002_acts_are_kept")]

    operations = [migrations.RunSQL(VIEW, "DROP VIEW counts_decision")]
