from django.db import migrations

import gatehouse.screening.intake.models


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="transmission",
            name="touches",
            field=gatehouse.screening.intake.models.BigIntegers(null=True),
        ),
    ]
