"""Bulk screening without a database, on one machine or many: input cut into parts, each part screened anywhere.

Enters: travellers' tables, messages, or stored travellers, and the lists. Leaves: one JSON line for each traveller
(docs/contracts/screen.md), in the order of the input, the same bytes however many machines took part. A part is
screened by a pure function of its bytes and the lists, so whoever loses one screens it again.
"""
