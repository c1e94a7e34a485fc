"""Who may come in: accounts without real names, the roles they hold, their sessions, and changes by two persons.

Enters: an identifier and a password (or the word of an OpenID Connect provider), and a second factor. Leaves: a
session that ends by itself. Invariants: an account is known by its identifier and what colleagues call it, never by a
person's name; nobody changes their own account; on the pages an account is changed by two persons (`policy.csv`,
`manage-accounts`); every sign-in, refusal and change is an entry of the audit log.

Trust: whoever can change this room's tables can act as anybody; the log then shows entries that nobody made.
"""
