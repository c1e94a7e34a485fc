"""The overseer's side: what was done with people's data, asked of the log; samples, counts, and a report to the public.

Enters: questions of the data protection officer and of the supervisory body. Leaves: entries of the log with their
numbers (each can be proved, `gatehouse audit prove`), counts by purpose, role and act, samples for audits that can be
drawn again, list entries that nobody reviewed in time, and frozen snapshots of counts that become a public report.
Words: **topic** (acts that a supervisor asks about together), **sample**, **snapshot**. Invariants: nothing here
changes anything but its own snapshots and samples; every look is an entry itself; what leaves for the public is
counts in which nobody is few.

Trust: whoever can change the log's tables before they are countersigned decides what is seen here (docs/audit.md).
"""
