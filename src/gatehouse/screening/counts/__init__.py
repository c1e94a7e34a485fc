"""What was done, counted: messages, travellers, hits and decisions by day, list and lead time; nobody's data leaves.

Enters: nothing but a span of days. Leaves: numbers. Words: **lead time** (hours between a decision and the departure).
Invariants: a row speaks of nobody: the database shows decisions to the web process without hit, traveller or actor
(`migrations/0001_decisions.py`); what is published of lists keeps small cells back.
"""
