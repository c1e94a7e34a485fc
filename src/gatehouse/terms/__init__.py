"""The field's words as frozen values: dates, documents, flights, travellers, bookings, list entries, findings.

Every other room speaks in these. Nothing here opens a file of the operator's, a socket or a database; the only
things read are the code lists shipped beside the modules. A value that a source did not state is `None` or an
empty tuple, never a guess.

Trust: whoever can change these values can change what every other room believes a traveller or a list said.
"""
