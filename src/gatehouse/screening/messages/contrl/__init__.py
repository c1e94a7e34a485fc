"""CONTRL: the syntax acknowledgement (ISO 9735-4; UCI UCF UCM UCS UCD).

Enters: `edifact.Message` of type CONTRL, or the messages of an interchange to answer. Leaves: `terms.Reading` whose
`replies` say what was acknowledged and what rejected, or the bytes of a CONTRL. It speaks of syntax only: what a
message says of people has no place in it.

Trust: whoever can change this room can make a carrier believe that a list was received.
"""
