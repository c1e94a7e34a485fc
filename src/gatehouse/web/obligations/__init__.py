"""The catalogue of obligations as pages: who owes what by when, what became of it, and what answers it here.

The catalogue is public knowledge, of our own wording; whoever signed in may read all of it.

Trust: whoever can change this room can make Gatehouse look more complete than it is.
"""
