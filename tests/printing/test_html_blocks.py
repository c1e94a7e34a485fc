"""Blocks as HTML."""

from __future__ import annotations

from gatehouse.printing.document import Definitions, Note, Quote, bullets, paragraph, steps
from gatehouse.printing.html_blocks import blocks_html
from gatehouse.printing.html_words import Notes
from printing.papers import TABLE


def test_each_kind_has_its_element() -> None:
    quote = Quote((paragraph("q"),), ("s",))
    terms = Definitions(((("t",), (paragraph("d"),)),))
    made = blocks_html((bullets("a"), steps("b"), quote, Note((paragraph("n"),)), terms), Notes())
    assert made.split("\n") == [
        "<ul><li><p>a</p></li></ul>",
        "<ol><li><p>b</p></li></ol>",
        "<blockquote><p>q</p><footer>s</footer></blockquote>",
        '<div class="note" role="note"><p>n</p></div>',
        "<dl><dt>t</dt><dd><p>d</p></dd></dl>",
    ]


def test_numbers_stand_against_the_far_edge() -> None:
    made = blocks_html((TABLE,), Notes())
    assert made.count('class="digits"') == 3
    assert '<td class="digits">1,234</td>' in made
