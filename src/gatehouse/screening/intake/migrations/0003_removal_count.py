from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0002_transmission_touches"),
    ]

    operations = [
        migrations.CreateModel(
            name="RemovalCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("trait", models.TextField()),
                ("count", models.BigIntegerField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("day", "trait"), name="removal_once")],
            },
        ),
    ]
