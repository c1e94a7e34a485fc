"""What resolutions oblige to: a reader of their texts (`texts`), and our catalogue of obligations (`catalogue`).

Enters: the text of a resolution, or nothing. Leaves: paragraphs and clauses with their force; obligations, whose codes
stay through versions, so that the rooms above refer to them by code. Pure: no clock, no database (docs/obligations.md).
"""
