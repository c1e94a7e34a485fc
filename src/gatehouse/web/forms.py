"""Forms as the workbench draws them: label and hint above each field, what is wrong beside it, a summary on top.

Nothing that somebody typed is lost: a refused form comes back as it was sent.
"""

from __future__ import annotations

from typing import cast

from django.forms import BaseForm, ChoiceField
from django.forms.renderers import TemplatesSetting


class WorkbenchRenderer(TemplatesSetting):
    """Draws forms with the project's own templates."""

    form_template_name = "shell/components/form.html"
    field_template_name = "shell/components/field.html"


def selection(form: BaseForm, name: str) -> ChoiceField:
    """The field of this name, which offers choices: they are set when the form is made."""
    return cast(ChoiceField, form.fields[name])


def clipped(text: str, chars: int) -> str:
    """The text, or its first characters to the end of a word and a sign that there is more: for one line."""
    if len(text) <= chars:
        return text
    return f"{text[:chars].rpartition(' ')[0] or text[:chars]} …"
