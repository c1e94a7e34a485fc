"""The sign-in asks for an identifier, in every language, and repeats no label inside a field."""

from __future__ import annotations

from django.test import Client


def test_it_asks_for_an_identifier(client_of_nobody: Client) -> None:
    form = client_of_nobody.get("/sign-in/").context["form"]
    assert form.fields["login"].label == "Identifier"
    assert "placeholder" not in str(form)
    client_of_nobody.post("/language/", {"language": "zh-hans"})
    assert client_of_nobody.get("/sign-in/").context["form"].fields["login"].label == "标识"
