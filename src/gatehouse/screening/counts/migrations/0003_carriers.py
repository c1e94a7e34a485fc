"""Messages as counts may see them, with the carrier of their flight and nobody on it; and the counts that are kept."""

from django.db import migrations, models

VIEW = """
CREATE VIEW counts_message AS
SELECT m.id, t.received_at, m.type, m.function, m.state, m.sender, m.travellers, m.findings, told.leg_id,
    leg.carrier, leg.origin, leg.departs
FROM intake_storedmessage m JOIN intake_transmission t ON t.id = m.transmission_id
LEFT JOIN LATERAL (
    SELECT o.id FROM intake_storedmessage o WHERE m.state = 'duplicate' AND o.state <> 'duplicate'
    AND o.sha256 = m.sha256 AND o.sender IS NOT DISTINCT FROM m.sender
    AND o.control_reference IS NOT DISTINCT FROM m.control_reference LIMIT 1
) first ON true
LEFT JOIN LATERAL (
    SELECT r.leg_id FROM travellers_travellerrecord r WHERE r.message_id = coalesce(first.id, m.id)
    ORDER BY r.position LIMIT 1
) told ON true
LEFT JOIN travellers_flightleg leg ON leg.id = told.leg_id;
"""


class Migration(migrations.Migration):
    dependencies = [("counts", "0002_hits"), ("travellers", "0002_clocks"), ("intake", "0005_erased_files")]

    operations = [
        migrations.RunSQL(VIEW, "DROP VIEW counts_message"),
        migrations.CreateModel(
            name="CarrierDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("carrier", models.TextField(blank=True)),
                ("type", models.TextField()),
                ("messages", models.PositiveIntegerField()),
                ("travellers", models.PositiveIntegerField()),
                ("repeats", models.PositiveIntegerField()),
                ("missing", models.PositiveIntegerField()),
                ("syntax", models.PositiveIntegerField()),
                ("lost", models.PositiveIntegerField()),
                ("content", models.PositiveIntegerField()),
                ("codes", models.JSONField(default=dict)),
                ("timing", models.JSONField(default=dict)),
                ("counted_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("day", "carrier", "type"), name="carrier_day_once")]
            },
        ),
    ]
