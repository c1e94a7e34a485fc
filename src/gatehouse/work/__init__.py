"""What is still to be done: put down with what makes it due, done once, tried again, and given up where a person looks.

Enters: a kind of work (`kinds.csv`) and the number of what it is about, put down in the transaction that makes it due.
Leaves: the work done by a worker of `procrastinate` on any host, or a job that was given up and waits for an operator.
Words: kind, job (one thing to do), try, trouble (a try that failed), given up (the dead-letter state).
Invariants: a job refers to things by number and holds nothing of them; what a try did is undone with it or does nothing
when done again; what failed is known by its class and its place, never by its values; a job that was given up stays
until a person has it tried again or dismisses it for a reason, which the log tells.

Trust: whoever can write here can have the machine do again what it did, or leave undone what it should do.
"""
