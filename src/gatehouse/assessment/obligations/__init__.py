"""What resolutions oblige to: a reader of their texts (`texts`), and our catalogue of obligations (`catalogue`).

Enters: the text of a resolution, or nothing. Leaves: paragraphs and clauses with their force; obligations with codes that
stay through versions, by which the rooms above refer to them. Pure: no clock, no database. See docs/obligations.md.
"""
