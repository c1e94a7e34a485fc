"""Documents for the tests of printing: one that holds everything, in each language."""

from __future__ import annotations

from datetime import date

from gatehouse.printing.document import (
    Blocks,
    Code,
    Column,
    Definitions,
    Document,
    Emphasis,
    Figure,
    Footnote,
    InLanguage,
    Link,
    Note,
    Paragraph,
    Quote,
    Reference,
    Section,
    Strong,
    Table,
    bullets,
    paragraph,
    steps,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60" viewBox="0 0 200 60">'
    '<rect x="5" y="10" width="60" height="40" fill="#174a7c"/><text x="80" y="38" font-size="16">42</text></svg>'
)
HOSTILE = '#panic("x") *b* _i_ $x$ @a <b>&amp;</b> ]]> \\u{41} #import "/etc/passwd": * // <!-- "\' `r` = h'
SENTENCES = {
    "en": "Your request was examined by an officer.",
    "fr": "Votre demande a été examinée par un agent.",
    "es": "Un funcionario examinó su solicitud.",
    "ru": "Ваш запрос рассмотрен сотрудником.",
    "zh": "您的请求已由一名官员审查。",
    "ar": "نظر موظف في طلبكم.",
}
TABLE = Table(
    caption=("Counts",),
    columns=(Column(("Kind",), share=2), Column(("Number",), numbers=True)),
    rows=((("first",), ("1,234",)), (("second",), ("5", Footnote(("A remark in a cell.",))))),
    row_headings=True,
    remark=("As of that day.",),
    anchor="counts",
)
FIGURE = Figure(SVG, "A blue box beside the number 42", ("What was counted",), 0.5, anchor="drawn")


def whole(language: str = "en") -> Document:
    """A document that holds every kind of block and inline."""
    said = SENTENCES[language]
    opening: Blocks = (
        paragraph(said, " ", Strong(("weighs",)), Emphasis(("stressed",)), Code("RD-7"), Footnote(("At the foot.",))),
        paragraph(InLanguage("ar", ("محمد",)), Link("https://example.org/a?b=1&c=2", ("elsewhere",))),
    )
    below = Section(("Below",), (Note((paragraph("Do not miss this."),)), Quote((paragraph("Quoted."),), ("Source",))))
    parts: Blocks = (bullets("one", ("two",)), steps("first", "then"), steps("again"), TABLE, FIGURE)
    first = Section((said,), parts, (below,), anchor="first")
    terms = Definitions(((("Term",), (paragraph("What it means."),)),))
    pointing = paragraph(Reference("counts"), "; ", Reference("drawn"), "; ", Reference("first"))
    last = Section(("Last",), (terms, pointing, Paragraph((HOSTILE,))))
    return Document(
        title=f"Title {said}",
        language=language,  # type: ignore[arg-type]
        dated=date(2026, 11, 30),
        opening=opening,
        sections=(first, last),
        subtitle="Under the title",
        issuer="Border Agency of Example",
        addressee=("A. Traveller", "1 Street"),
        reference="RD-2026-0042",
        classification="OFFICIAL",
        contents=True,
        numbered=True,
    )
