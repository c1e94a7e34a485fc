"""Segments to messages: one interchange at a time, nothing dropped.

A message ends at UNT, or where the next UNH, UNE, UNZ or the end of the interchange shows that UNT is missing. It
is handed on when what follows is known: segments behind UNT that belong to no other message are added to it, and
the faults of the trailers (UNE, UNZ) become findings of the last message before them. A piece that is no segment
(an apostrophe inside a name, a bad line wrap) is joined to the segment before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import count, repeat

from gatehouse.edifact import limits
from gatehouse.edifact.cutter import Batch, refusal
from gatehouse.edifact.delimiters import Header
from gatehouse.edifact.envelopes import Envelopes, message_trailer
from gatehouse.edifact.errors import TooLargeError
from gatehouse.edifact.message import Message
from gatehouse.edifact.segment import Segment
from gatehouse.edifact.spoilt import PERSON_TAGS, TAG_LENGTH, put_right
from gatehouse.edifact.tags import KNOWN_TAGS, TEXT_TAGS
from gatehouse.terms.finding import Finding, error, info, warning

SERVICE_TAGS = frozenset({"UNB", "UNG", "UNH", "UNT", "UNE", "UNZ"})
ELEMENT_SEPARATORS_MAX = 16
"""Element separators whose prefixes are remembered; honest traffic uses one or two."""


@lru_cache(maxsize=ELEMENT_SEPARATORS_MAX)
def _plain_prefixes(element: str) -> frozenset[str]:
    """How segments begin that are no service segments. Interactive traffic is an interchange for each person."""
    return frozenset(prefix for tag in KNOWN_TAGS - SERVICE_TAGS for prefix in (tag, tag + element))


class Assembly:
    """Collects the segments of one interchange into messages, the first of which is number `index` of the stream."""

    def __init__(self, header: Header, index: int) -> None:
        self.index = index
        self._delimiters = header.delimiters
        self._repertoire = header.repertoire or "UNOA"
        self._plain = _plain_prefixes(header.delimiters.element)
        self._envelopes = Envelopes(header.delimiters)
        self._findings = list(header.findings)
        self._unsaid = 0
        self._segments: list[Segment] = []
        self._loose: list[str] = []
        self._strange: set[int] = set()
        self._end = 0
        self._waiting: Message | None = None

    def take(self, batch: Batch) -> Iterator[Message]:
        """Add a batch of segments; yields each message that is complete. Raises `TooLargeError` at a limit."""
        self._strange |= batch.strange
        # Runs of plain segments are added at once; Python looks only at what stands between them.
        begin = 0
        for i, prefix in enumerate(batch.prefixes):
            if prefix in self._plain:
                continue
            self._extend(batch, begin, i)
            yield from self._odd(batch, i)
            begin = i + 1
        self._extend(batch, begin, len(batch.texts))

    def _extend(self, batch: Batch, begin: int, end: int) -> None:
        """Add the segments from `begin` up to `end` to the open message, all at once."""
        if begin == end:
            return
        if not self._segments:
            self._resume(batch.offsets[begin])
        self._settle()
        columns = zip(
            batch.texts[begin:end], count(len(self._segments) + 1), batch.offsets[begin:end], repeat(self._delimiters)
        )
        # `Segment(*column)` without a Python call for each: a quarter of the time.
        self._segments.extend(map(tuple.__new__, repeat(Segment), columns))
        self._end = batch.ends[end - 1]
        self._refuse_large()

    def _refuse_large(self) -> None:
        begins = self._segments[0].offset
        if self._end - begins > limits.MESSAGE_MAX or len(self._segments) > limits.MESSAGE_SEGMENTS_MAX:
            raise TooLargeError(
                f"a message is longer than {limits.MESSAGE_MAX} bytes or {limits.MESSAGE_SEGMENTS_MAX} segments",
                begins,
                "have the sender split it in parts",
            )

    def _odd(self, batch: Batch, i: int) -> Iterator[Message]:
        """Add what is no plain segment: a service segment, an unknown tag, or a piece of a segment."""
        text, tag = batch.texts[i], batch.texts[i][:3]
        closed = text[3:4] in (self._delimiters.element, "")
        if tag in SERVICE_TAGS and closed:
            yield from self._service(Segment(text, 0, batch.offsets[i], self._delimiters), batch.ends[i])
        elif text[3:4] == self._delimiters.element and tag.upper() in self._plain and not tag.isupper():
            # Whoever writes tags by hand writes them small; joined to the segment before they would lose a person.
            batch.texts[i] = tag.upper() + text[3:]
            self._extend(batch, i, i + 1)
            self._note(info("tag-small", len(self._segments), "a segment tag in small letters"))
        elif restored := self._restored(text, tag):
            batch.texts[i] = restored
            self._extend(batch, i, i + 1)
            self._note(
                warning("tag-spoilt", len(self._segments), "a segment tag was spoilt; the one it must be was read")
            )
        elif text and closed and tag.isalnum() and tag.isupper() and len(tag) == 3 and not self._in_text():
            self._extend(batch, i, i + 1)
        elif text and self._segments:
            self._join(text, batch.ends[i])
        elif text:
            self._note(
                info("text-outside-message", None, "text between messages was skipped")._replace(
                    offset=batch.offsets[i]
                )
            )

    def _restored(self, text: str, tag: str) -> str | None:
        """The segment with its tag put right, or None; a foreign one is left unless it brings a person."""
        tagged = text[TAG_LENGTH : TAG_LENGTH + 1] == self._delimiters.element
        if not self._segments or (tagged and tag in KNOWN_TAGS):
            return None
        right = put_right(text, {segment.tag for segment in self._segments}, self._delimiters)
        foreign = tagged and tag.isalnum() and not self._in_text()
        return right if right and (not foreign or right[:TAG_LENGTH] in PERSON_TAGS) else None

    def _in_text(self) -> bool:
        """Whether the segment before holds text, of which an unknown tag is more likely the rest."""
        return bool(self._segments) and self._segments[-1].tag in TEXT_TAGS

    def _join(self, text: str, end: int) -> None:
        self._loose.append(text)
        self._end = end
        # Bounded like any segment, or a flood of terminators would be joined without end.
        if end - self._segments[-1].offset > limits.SEGMENT_MAX:
            raise refusal(self._segments[-1].offset)

    def _settle(self) -> None:
        """Join the loose pieces to the segment before them, their terminators released."""
        if not self._loose:
            return
        last = self._segments[-1]
        # All pieces are joined in one go: one by one would take time with the square of their number.
        release = "" if self._delimiters.release == " " else self._delimiters.release
        joint = release + self._delimiters.terminator
        self._segments[-1] = last._replace(text=joint.join([last.text, *self._loose]))
        self._loose.clear()
        text = "a stray terminator or wrap cut this segment; the pieces were joined"
        self._note(warning("segment-joined", last.ordinal, text))

    def _service(self, segment: Segment, end: int) -> Iterator[Message]:
        self._settle()
        if segment.tag == "UNH":
            # With a new message begun, nothing more can be said of the one that waited.
            yield from self._finish(segment.offset, closed=False)
            yield from self._release()
            self._segments = [segment._replace(ordinal=1)]
            self._end = end
        elif segment.tag == "UNT" and self._segments:
            self._segments.append(segment._replace(ordinal=len(self._segments) + 1))
            self._end = end
            self._refuse_large()
            yield from self._finish(end, closed=True)
        elif segment.tag == "UNT":
            self._note(
                warning("message-header-missing", None, "UNT without UNH before it")._replace(offset=segment.offset)
            )
        else:
            yield from self._finish(segment.offset, closed=False)
            findings, closes = self._envelopes.take(segment)
            self._tell(findings)
            if closes:
                yield from self._release()

    def _resume(self, offset: int) -> None:
        """Segments without UNH: the rest of the message before, or of one whose UNH was lost."""
        if self._waiting:
            # A misplaced UNT must not cost the people behind it their screening.
            message, self._waiting = self._waiting, None
            self._segments, self._findings = list(message.segments), [*message.findings, *self._findings]
            self._envelopes.forget_message()
            self.index -= 1
            text = "segments follow UNT; they were added to this message"
            self._note(warning("segment-after-trailer", len(self._segments), text))
        else:
            # A made-up UNH keeps the body where readers expect it; the finding says that it is made up.
            header = self._envelopes.assumed_header()
            self._segments = [Segment(header, 1, offset, self._delimiters)]
            self._note(error("message-header-missing", 1, "no UNH; the type was assumed from the group header, if any"))

    def _note(self, finding: Finding) -> None:
        if len(self._findings) < limits.FAULTS_MAX:
            self._findings.append(finding)
        else:
            self._unsaid += 1

    def _tell(self, findings: list[Finding]) -> None:
        """Give the findings of a trailer to the message before it, or to the next one where none waits."""
        if self._waiting:
            self._waiting = replace(self._waiting, findings=(*self._waiting.findings, *findings))
        else:
            self._findings.extend(findings)

    def _finish(self, end: int, *, closed: bool) -> Iterator[Message]:
        """The open message, if any, is complete; it waits for what follows."""
        if not self._segments:
            return
        self._settle()
        yield from self._release()
        message = Message(self._envelopes.interchange, self._segments, self.index, end)
        self._findings.extend(message_trailer(message, closed=closed))
        self._findings.extend(self._charset_findings(end))
        if self._unsaid:
            self._findings.append(info("findings-left-out", None, f"{self._unsaid} more findings of the syntax"))
        self._waiting = replace(message, findings=tuple(self._findings))
        self._envelopes.count_message()
        self.index += 1
        self._segments, self._findings, self._unsaid = [], [], 0

    def _charset_findings(self, end: int) -> Iterator[Finding]:
        strange = sorted(offset for offset in self._strange if offset < end)
        if not strange:
            return
        # A batch may reach into later messages: what lies behind `end` is theirs.
        self._strange.difference_update(strange)
        ordinal = max(1, bisect_right(self._segments, strange[0], key=lambda segment: segment.offset))
        text = f"bytes outside the repertoire {self._repertoire[:4]} from here on, in {len(strange)} segments"
        yield warning("charset", ordinal, text)

    def _release(self) -> Iterator[Message]:
        if self._waiting:
            yield self._waiting
            self._waiting = None

    def flush(self) -> Iterator[Message]:
        """The complete message that waits, if any: for a caller that cannot read on."""
        yield from self._release()

    def close(self, end: int) -> Iterator[Message]:
        """The interchange ends at byte `end`: yields the last message, or the empty interchange as one."""
        yield from self._finish(end, closed=False)
        left = self._findings if self._waiting else []
        self._tell([*left, *self._envelopes.close(end)])
        if self._waiting is None and self._envelopes.is_empty:
            empty = error("interchange-empty", None, "no message stands between UNB and UNZ")
            self._waiting = Message(self._envelopes.interchange, [], self.index, end, (*self._findings, empty))
            self.index += 1
        yield from self._release()
