"""What a recipient did about a notice, as a person heard."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("redress", "0004_recipients_told")]

    operations = [
        migrations.AddField("recipientnotice", "answer", models.TextField(null=True)),
        migrations.AddField("recipientnotice", "answer_at", models.DateTimeField(null=True)),
        migrations.AddField("recipientnotice", "answer_by", models.TextField(null=True)),
    ]
