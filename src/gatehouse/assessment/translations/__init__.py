"""What the team wrote, in other languages: translated by a translator of the team, approved by another person of it.

Enters: the words of a piece (`Source`) and somebody's translation of them. Leaves: translations for pages, and those
that are approved for reports. Invariants: a translation is of the words as they stood, known by their hash, and is said
to be of older ones when they were written anew; it changes nothing that is rated, replied to or adopted; rows are added
only. Marks of a State are of the words as they were written and fit no translation, so that a reader from whom anything
of a piece is kept has none of its translations.

Trust: whoever can change this room can put words into a team's mouth in a language that it does not read.
"""
