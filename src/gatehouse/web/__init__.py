"""Pages: they show and ask, and decide nothing.

Enters: requests of people who signed in, each in one role, for one purpose of the law profile, with the reference that
their work serves. Leaves: pages. Every URL names what it does to what (`door.page`), and the kernel is asked before
the page is made; a URL that names nothing is refused by a test. Words: page, **sitting** (a person signed in, in one
role for one purpose), area (a folder of pages, with their templates beside them). Invariants: pages work without
JavaScript; nothing in them comes from another host; no error page holds personal data.

Trust: whoever can change this room can show people something else than what is stored, and act in their names while
they are signed in.
"""
