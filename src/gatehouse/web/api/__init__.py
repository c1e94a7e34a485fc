"""The API: programs of others hand in messages, ask, and bring the acts of people, under `/api/v1/`.

Enters: a request with a client's token, a purpose and a reference. Leaves: what the caller's role may see, or one shape
of error. Words: **client** (a program that somebody runs), **token** (its secret, kept as a hash), scope (which part of
the API it may use), **receipt** (the number of what was handed in). Invariants: a client acts as an account and can do
no more than that account; only a token of a person's own account carries decisions; what is handed in is stored without
what is sensitive, and sealed, before the receipt is given.

Trust: whoever holds a token acts as its account, within its scopes, until it ends.
"""
