"""What the API keeps: which programs may ask, and what they handed in. No traveller is here."""

from __future__ import annotations

from gatehouse.terms.keep import Clock, Keep, personal, thing

KEEPS = (
    Keep(
        "api.Client",
        "a program that acts as an account",
        "upkeep",
        Clock.NONE,
        {
            "id": thing("its number"),
            "name": thing("what operators call it"),
            "account": personal("the account as which it acts"),
            "role": thing("the role in which it acts"),
            "scopes": thing("which parts of the API it may use"),
            "per_minute": thing("how many requests are answered in a minute"),
            "is_personal": thing("whether the account is a person's"),
            "made_at": thing("when it was made"),
            "revoked_at": thing("when it was ended"),
        },
    ),
    Keep(
        "api.Token",
        "a secret of a client, as a hash",
        "upkeep",
        Clock.NONE,
        {
            "id": thing("its number"),
            "client": thing("whose it is"),
            "sha256": thing("the hash of the secret"),
            "made_at": thing("when it was made"),
            "expires_at": thing("when it ends"),
        },
    ),
    Keep(
        "api.Asked",
        "how often a client asked in the last minute in which it did",
        "upkeep",
        Clock.NONE,
        {"client": thing("the client"), "minute": thing("the minute"), "count": thing("how often")},
    ),
    Keep(
        "api.Receipt",
        "that a client handed in a file",
        "screening",
        Clock.NONE,
        {
            "id": thing("the receipt's number, at random"),
            "client": thing("who handed it in"),
            "sender": thing("the sender, as the client states it"),
            "reference": thing("the sender's reference of the file"),
            "transmission": thing("the file"),
            "received_at": thing("when"),
        },
    ),
)
