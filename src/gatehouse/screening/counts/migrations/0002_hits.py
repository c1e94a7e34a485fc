"""Hits as counts may see them: of which list, in which state, made when; of whom, not."""

from django.db import migrations

VIEW = "CREATE VIEW counts_hit AS SELECT list, state, created_at FROM hits_hit"


class Migration(migrations.Migration):
    dependencies = [("counts", "0001_decisions"), ("hits", "0003_alter_hit_state")]

    operations = [migrations.RunSQL(VIEW, "DROP VIEW counts_hit")]
