from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("redress", "0002_files_drafts_and_addresses")]

    operations = [
        migrations.AlterField(
            model_name="draft",
            name="state",
            field=models.TextField(
                choices=[
                    ("waiting", "Waiting"),
                    ("approved", "Approved"),
                    ("done", "Done"),
                    ("declined", "Declined"),
                ],
                default="waiting",
            ),
        ),
    ]
