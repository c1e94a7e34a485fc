"""What this room keeps: words in other languages. Of people, only who wrote and approved, by reference."""

from __future__ import annotations

from gatehouse.terms.keep import Clock, Keep, personal, thing

KEEPS = (
    Keep(
        "assessment_translations.Translation",
        "words of a piece of an assessment in another language",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "ref": thing("the piece"),
            "of": thing("the hash of the words that it is of"),
            "language": thing("the language"),
            "text": personal("words that may name people"),
            "by": personal("who translated, by the reference of their account"),
            "at": thing("when"),
        },
    ),
    Keep(
        "assessment_translations.Approval",
        "that another person approved a translation",
        "assessment",
        Clock.ROOM,
        {
            "id": thing("its number"),
            "translation": thing("the translation"),
            "by": personal("who approved, by the reference of their account"),
            "at": thing("when"),
        },
    ),
)
