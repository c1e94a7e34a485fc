"""The form for signing in, in the words of these pages: what one types is an identifier, and labels stand alone."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm
from django.utils.translation import gettext as _


class SignInForm(LoginForm):
    """The identifier and the password, without the words that repeat the labels inside the fields."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Identifier")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
