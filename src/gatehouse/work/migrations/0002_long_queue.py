"""Trials that wait go to the queue of what takes long."""

from django.db import migrations

MOVE = "UPDATE procrastinate_jobs SET queue_name = '{to}' WHERE task_name = 'criteria-trials' AND status = 'todo'"


class Migration(migrations.Migration):
    dependencies = [("work", "0001_initial"), ("procrastinate", "0041_post_retry_failed_job")]

    operations = [migrations.RunSQL(MOVE.format(to="long"), MOVE.format(to="upkeep"))]
