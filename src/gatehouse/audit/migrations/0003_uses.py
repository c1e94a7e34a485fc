"""The log as counts may see it: what was done in which role, for which purpose, how decided, when; by whom and to
what, not.
"""

from django.db import migrations

VIEW = """
CREATE VIEW audit_use AS
SELECT e.body::json ->> 'act' AS act, e.body::json ->> 'role' AS role, e.body::json ->> 'purpose' AS purpose,
    e.body::json ->> 'decision' AS decision, e.body::json ->> 'at' AS at
FROM audit_entry e
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]

    operations = [migrations.RunSQL(VIEW, "DROP VIEW audit_use")]
