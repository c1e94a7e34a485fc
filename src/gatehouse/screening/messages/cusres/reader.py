"""CUSRES to a reading: `BGM [RFF+TN] { RFF+AF DTM… LOC… } { ERP RFF… ERC… FTX… }` (SG3 and SG4 of D.05B).

Refuses nothing. A verdict without a person, an unknown status or a segment out of place is kept and becomes a
finding. Prefers what a segment says of itself over where it stands: RFF+AF opens a flight wherever it comes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from gatehouse.edifact import Message, Segment
from gatehouse.edifact.segment import at
from gatehouse.screening.messages.cusres.codes import FUNCTIONS, LEVELS, STATUSES, Verdict
from gatehouse.screening.messages.cusres.flights import FlightGroup
from gatehouse.screening.messages.envelope import envelope, reference_year
from gatehouse.terms.finding import Finding, error, info, warning
from gatehouse.terms.reading import Reading, StatusReply
from gatehouse.terms.traveller import Evidence

Elements = list[list[str]]


def read(message: Message) -> Reading:
    """The flights and verdicts of a CUSRES; `function` is `response`, `status-change`, `acknowledgement` or None."""
    content = _Content(reference_year(message))
    for segment in message.segments:
        if segment.tag not in ("UNH", "UNT"):
            content.take(segment)
    content.conclude()
    return Reading(
        **envelope(message),
        function=FUNCTIONS.get(content.code),
        function_code=content.code or None,
        transaction=content.transaction,
        revision=content.revision,
        flights=tuple(group.flight() for group in content.flights),
        replies=tuple(group.reply() for group in content.replies),
        findings=tuple(content.findings),
        evidence=tuple(content.evidence),
    )


@dataclass
class _ReplyGroup:
    """One SG4 as far as it has been read."""

    level: str
    segment: int
    codes: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    locator: str | None = None
    reference: str | None = None

    def reply(self) -> StatusReply:
        """The group as a value."""
        text = " ".join(self.texts) or None
        return StatusReply(self.level, tuple(self.codes), self.locator, self.reference, text, self.segment)

    def faults(self) -> list[Finding]:
        """What is wrong with the group as a whole."""
        found = []
        if not self.codes:
            found.append(error("status-missing", self.segment, "ERP without ERC: no verdict is given"))
        if {Verdict.MAY_BOARD, Verdict.MUST_NOT_BOARD} <= set(self.codes):
            found.append(error("status-contradictory", self.segment, "0Z and 1Z in one reply; treat as no verdict"))
        if self.level == "person" and not (self.locator or self.reference):
            found.append(error("person-unidentified", self.segment, "neither RFF+AVF nor RFF+ABO names the person"))
        return found


class _Content:
    """What has been read of one CUSRES. `_at` is the open flight or reply, which RFF, DTM, LOC and FTX belong to."""

    def __init__(self, year: int) -> None:
        self.code = ""
        self.transaction: str | None = None
        self.revision: str | None = None
        self.flights: list[FlightGroup] = []
        self.replies: list[_ReplyGroup] = []
        self.findings: list[Finding] = []
        self.evidence: list[Evidence] = []
        self._year = year
        self._at: FlightGroup | _ReplyGroup | None = None
        self._takers: dict[str, Callable[[Segment, Elements], None]] = {
            "BGM": self._begin,
            "RFF": self._refer,
            "DTM": self._time,
            "LOC": self._place,
            "ERP": self._level,
            "ERC": self._status,
            "FTX": self._text,
        }

    def take(self, segment: Segment) -> None:
        """Add one segment."""
        taker = self._takers.get(segment.tag)
        if taker:
            taker(segment, segment.elements())
        else:
            self._keep(segment)

    def conclude(self) -> None:
        """Report what only the whole message shows."""
        if self.code not in FUNCTIONS:
            text = f"BGM 1001 is {self.code[:3]!r}, not 962, 132 or 312" if self.code else "no BGM"
            self.findings.append(error("function-unknown", None, text))
        for group in self.replies:
            self.findings.extend(group.faults())

    def _keep(self, segment: Segment) -> None:
        self.evidence.append(Evidence(segment.ordinal, segment.text))
        self.findings.append(info("segment-unknown", segment.ordinal, "segment or qualifier without a use here; kept"))

    def _begin(self, segment: Segment, elements: Elements) -> None:
        # A second BGM must not change what the message does.
        if self.code:
            self._keep(segment)
        self.code = self.code or at(elements, 0)

    def _refer(self, segment: Segment, elements: Elements) -> None:
        qualifier, value = at(elements, 0), at(elements, 0, 1) or None
        # AF opens a flight even behind a verdict: senders put groups out of order.
        if qualifier == "AF":
            self._at = FlightGroup(value or "", segment.ordinal, self._year)
            self.flights.append(self._at)
        elif qualifier == "TN" and self.transaction is None:
            # 1153:1154:1156:4000:1060 up to D.15B; senders put the revision in either of the last two.
            self.transaction, self.revision = value, at(elements, 0, 4) or at(elements, 0, 3) or None
        elif isinstance(self._at, _ReplyGroup) and qualifier == "AVF":
            self._at.locator = value
        elif isinstance(self._at, _ReplyGroup) and qualifier == "ABO":
            self._at.reference = value
        else:
            self._keep(segment)

    def _time(self, segment: Segment, elements: Elements) -> None:
        if not isinstance(self._at, FlightGroup):
            self._homeless(segment)
        elif not self._at.take_time(at(elements, 0), at(elements, 0, 1)):
            self.evidence.append(Evidence(segment.ordinal, segment.text))
            self.findings.append(warning("date-invalid", segment.ordinal, "DTM holds no flight time of the calendar"))

    def _place(self, segment: Segment, elements: Elements) -> None:
        if isinstance(self._at, FlightGroup):
            self._at.take_place(at(elements, 0), at(elements, 1))
        else:
            self._homeless(segment)

    def _homeless(self, segment: Segment) -> None:
        self.evidence.append(Evidence(segment.ordinal, segment.text))
        self.findings.append(warning("flight-missing", segment.ordinal, f"{segment.tag} without RFF+AF before it"))

    def _level(self, segment: Segment, elements: Elements) -> None:
        level = LEVELS.get(at(elements, 0))
        if level is None:
            self.findings.append(warning("level-unknown", segment.ordinal, "ERP 1049 is neither 1 nor 2"))
        self._open(level or "unknown", segment)

    def _open(self, level: str, segment: Segment) -> _ReplyGroup:
        group = _ReplyGroup(level, segment.ordinal)
        self._at = group
        self.replies.append(group)
        return group

    def _status(self, segment: Segment, elements: Elements) -> None:
        group = self._at
        if not isinstance(group, _ReplyGroup):
            # A verdict without its ERP is still a verdict: nobody's refusal is dropped for a missing segment.
            self.findings.append(warning("level-unknown", segment.ordinal, "ERC without ERP before it"))
            group = self._open("unknown", segment)
        code = at(elements, 0).upper()
        if code:
            group.codes.append(code)
        if code not in STATUSES:
            self.findings.append(
                info("status-unknown", segment.ordinal, f"ERC 9321 {code[:8]!r} is not a known status")
            )

    def _text(self, segment: Segment, elements: Elements) -> None:
        if not isinstance(self._at, _ReplyGroup) or len(elements) <= 3:
            self._keep(segment)
            return
        self._at.texts.extend(text.strip() for text in elements[3] if text.strip())
