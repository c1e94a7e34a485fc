"""How many are on a flight and how many of them are not masked, as counts may see it: of whom, not."""

from django.db import migrations

VIEW = """
CREATE VIEW travellers_onleg AS
SELECT leg_id, count(*) FILTER (WHERE masked_at IS NULL) AS unmasked, count(*) AS travellers
FROM travellers_traveller GROUP BY leg_id;
"""


class Migration(migrations.Migration):
    dependencies = [("travellers", "0002_clocks")]

    operations = [migrations.RunSQL(VIEW, "DROP VIEW travellers_onleg")]
