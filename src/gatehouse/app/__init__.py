"""Settings and wiring: the only room that knows everything, and the one that finds or starts the database.

Enters: the environment (`DATABASE_URL`, `GATEHOUSE_HOME`). Leaves: a Django that is ready for use, on a PostgreSQL
that was checked. Invariants: with `DATABASE_URL` set the embedded server is never started; no secret has a default;
nothing is written outside the home directory, except a socket directory where the home's path is too long for one.

Trust: whoever can change this room, or read its home directory, holds every record that Gatehouse holds.
"""
