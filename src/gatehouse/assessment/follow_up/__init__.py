"""What became of recommendations: the twelve-month clock, progress, verification, decisions, and who took up what.

Enters: the State's reports of progress with evidence; what two persons found; which body took a recommendation into
which programme (S/RES/2395 (2017), paras 10, 13, 18 and 19). Leaves: what is due, what is late, reminders, the
standing of every recommendation, the share that was taken up in each half of a year. Invariants: nothing is closed
without evidence; "not carried out because help has not come" is told apart from "not carried out"; a reminder is made
once for each day it is due.

`standing` is pure.
"""
