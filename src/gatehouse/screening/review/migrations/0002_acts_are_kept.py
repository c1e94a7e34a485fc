"""Acts are added and never changed; hits that were made before this room wait like all others.

What may still happen to an act is what the law asks: its words are blanked when they are masked, and it is deleted by a
transaction that says it erases (`SET LOCAL gatehouse.erasing = 'on'`). The trigger fires ALWAYS, so that
`session_replication_role = replica` does not switch it off.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

KEPT = """
CREATE FUNCTION review_act_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.text = '' AND to_jsonb(NEW) - 'text' = to_jsonb(OLD) - 'text' THEN
            RETURN NEW;
        END IF;
    ELSIF TG_OP = 'DELETE' AND current_setting('gatehouse.erasing', true) = 'on' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'acts on a hit are kept as they were done: % is refused', TG_OP
        USING ERRCODE = 'insufficient_privilege', HINT = 'a decision is put right by another act: ask for its reopening';
END $$;
CREATE TRIGGER review_act_kept BEFORE UPDATE OR DELETE ON review_act FOR EACH ROW EXECUTE FUNCTION review_act_kept();
ALTER TABLE review_act ENABLE ALWAYS TRIGGER review_act_kept;
"""

BATCH = 5_000


def wait_as_all_others(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    from gatehouse.screening.review.departure import due_at

    del schema_editor
    Review = apps.get_model("review", "Review")
    made = []
    hits = apps.get_model("hits", "Hit").objects.order_by("id")
    fields = ("id", "leg_id", "list", "score", "created_at", "leg__departs", "leg__origin")
    for id_, leg, list_name, score, since, departs, origin in hits.values_list(*fields).iterator(BATCH):
        due = due_at(departs, origin)
        made.append(
            Review(
                hit_id=id_, leg_id=leg, list=list_name, score=score, state="open", waiting=True, due=due, since=since
            )
        )
        if len(made) >= BATCH:
            Review.objects.bulk_create(made)
            made.clear()
    Review.objects.bulk_create(made)


class Migration(migrations.Migration):
    dependencies = [("review", "0001_initial")]

    operations = [
        migrations.RunSQL(KEPT, "DROP FUNCTION review_act_kept() CASCADE"),
        migrations.RunPython(wait_as_all_others, migrations.RunPython.noop),
    ]
