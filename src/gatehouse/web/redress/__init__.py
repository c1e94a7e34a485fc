"""Redress: a public form for whoever thinks that they are wrongly stopped, and the desk that answers them in time.

The form keeps what it is told and answers with a number, the same to everybody. At the desk nobody is answered before
it is known who they are, and answers and corrections wait for a second person.
"""
