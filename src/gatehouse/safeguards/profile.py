"""The law profile: what the law of one deployment says, as frozen values.

A `Profile` is complete by its type: it is only made of a file in which nothing is missing (`profile_reading`). The
file has a table for each class here and a key for each of its fields; the text beside a field is what `gatehouse law
show` and the docs say of it. A field that may be absent has a default.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from gatehouse.safeguards.period import Period
from gatehouse.safeguards.vocabulary import Element, PurposeClass, Role, SensitiveCategory, Topic

KEY_BYTES = 32
"""An Ed25519 public key (RFC 8032, section 5.1.5)."""


class Use(StrEnum):
    """What a profile is for. Live mode takes only the first."""

    LIVE = "live"
    DEMO = "demo"


class CountedFrom(StrEnum):
    """The event with which the clocks of a traveller's data begin."""

    TRANSFER = "transfer"
    DEPARTURE = "departure"
    ARRIVAL = "arrival"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """An Ed25519 public key: 32 bytes, written in base64."""

    raw: bytes

    @classmethod
    def from_text(cls, text: str) -> PublicKey:
        """The key that `text` writes; ValueError for anything else."""
        try:
            raw = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError) as fault:
            raise ValueError("not base64; write the 32 bytes of the key in base64") from fault
        if len(raw) != KEY_BYTES:
            raise ValueError(f"{len(raw)} bytes; an Ed25519 public key has {KEY_BYTES}")
        return cls(raw)

    def __str__(self) -> str:
        return base64.b64encode(self.raw).decode()


@dataclass(frozen=True, slots=True)
class Identity:
    """`[profile]`: which profile this is."""

    name: Annotated[str, "short name"]
    version: Annotated[str, "version, changed with every change of the file"]
    use: Annotated[Use, "live or demo"]
    law: Annotated[str, "the law that it puts into effect"]
    reading: Annotated[str | None, "which of the file's readings is in force; the file as written when absent"] = None


@dataclass(frozen=True, slots=True)
class Authority:
    """`[authority]`: who screens."""

    name: Annotated[str, "the authority that is answerable"]
    country: Annotated[str, "its State, ISO 3166-1 alpha-3"]
    legal_basis: Annotated[str, "the provision that gives it this task"]
    contact: Annotated[str, "where it is reached"]
    information_for_travellers: Annotated[str, "where travellers are told of the processing"]


@dataclass(frozen=True, slots=True)
class Purpose:
    """`[[purposes]]`: one of the closed list of purposes. For any other, everything is refused."""

    code: Annotated[str, "short name, which every act states"]
    kind: Annotated[PurposeClass, "its class, of which the policy speaks"]
    says: Annotated[str, "the purpose in words"]
    legal_basis: Annotated[str, "the provision that allows it"]


@dataclass(frozen=True, slots=True)
class Recipient:
    """`[[recipients]]`: an authority to which data may be disclosed. No other can be."""

    code: Annotated[str, "short name, which a disclosure states"]
    name: Annotated[str, "the authority"]
    country: Annotated[str, "its State, ISO 3166-1 alpha-3"]
    legal_basis: Annotated[str, "the provision or agreement under which it receives"]


@dataclass(frozen=True, slots=True)
class Retention:
    """`[retention]`: the clocks."""

    counted_from: Annotated[CountedFrom, "the event with which the clocks of a traveller's data begin"]
    mask_after: Annotated[Period, "then what identifies is masked"]
    unmatched_erase_after: Annotated[Period, "then data that matched nothing are erased"]
    erase_after: Annotated[Period, "then all data of the traveller are erased, unless a case holds them"]
    case_erase_after_closing: Annotated[Period, "matched data live with their case, and this long after it is closed"]
    log_erase_after: Annotated[Period, "entries of the audit log are kept this long"]


@dataclass(frozen=True, slots=True)
class Masking:
    """`[masking]`: what is masked."""

    elements: Annotated[tuple[Element, ...], "elements that are masked where they could identify"]


@dataclass(frozen=True, slots=True)
class Sensitive:
    """`[sensitive]`: what is taken out before anything is stored."""

    categories: Annotated[tuple[SensitiveCategory, ...], "what must not be kept; every category has to stand here"]


@dataclass(frozen=True, slots=True)
class CriteriaRules:
    """`[criteria]`: what pre-determined criteria may look at. The sensitive categories they may never."""

    review_every: Annotated[Period, "each criterion is reviewed at least this often"]
    nationality_provision: Annotated[str | None, "the provision that lets criteria use nationality; none: refused"] = (
        None
    )
    sex_provision: Annotated[str | None, "the provision that lets criteria use sex; none: refused"] = None
    age_provision: Annotated[str | None, "the provision that lets criteria use age; none: refused"] = None


@dataclass(frozen=True, slots=True)
class Unmasking:
    """`[unmasking]`: who may let masked data be seen again."""

    approved_by: Annotated[tuple[Role, ...], "the roles of which one must approve"]
    body: Annotated[str, "the court or body that they act for"]
    time_box_hours: Annotated[int, "how long an approval lets the data be seen"]


@dataclass(frozen=True, slots=True)
class Redress:
    """`[redress]`: where a traveller finds remedy."""

    office: Annotated[str, "the office"]
    contact: Annotated[str, "where it is reached"]
    answer_days: Annotated[int, "days within which an answer is due"]
    judicial_remedy: Annotated[str, "the court, and the provision that opens it"]
    indirect_access: Annotated[bool, "whether the supervisory authority may exercise the right for the person"]


@dataclass(frozen=True, slots=True)
class Oversight:
    """`[oversight]`: who supervises, and the key that countersigns the audit log."""

    body: Annotated[str, "the supervisory body"]
    contact: Annotated[str, "where it is reached"]
    public_key: Annotated[PublicKey, "its Ed25519 public key, base64"]
    data_protection_officer: Annotated[str, "the office of the data protection officer"]


@dataclass(frozen=True, slots=True)
class DueDiligence:
    """`[due_diligence]`: the record of human-rights due diligence."""

    record: Annotated[str, "where the record is found"]
    done_by: Annotated[str, "who made it"]
    done_on: Annotated[dt.date, "when"]


@dataclass(frozen=True, slots=True)
class Review:
    """`[review]`: until when the profile is good, and what happens afterwards."""

    approved_by: Annotated[str, "who reviewed and signed"]
    approved_on: Annotated[dt.date, "when"]
    due_on: Annotated[dt.date, "the day by which it is reviewed again"]
    warn_days_before: Annotated[int, "days before that day from which commands warn"]
    criteria_stop_days_after: Annotated[int, "days after it from which criteria are no longer applied"]
    screening_stops_days_after: Annotated[int, "days after it from which nobody is screened anew"]


@dataclass(frozen=True, slots=True)
class Deadlines:
    """`[deadlines]`: how long people have."""

    review_hit_hours: Annotated[int, "hours within which a person looks at a hit"]
    answer_request_days: Annotated[int, "days within which a competent authority's request is answered"]
    report_breach_hours: Annotated[int, "hours within which a breach is reported to the oversight body"]
    review_list_entry: Annotated[Period, "each entry of an own list is reviewed at least this often"]


@dataclass(frozen=True, slots=True)
class Note:
    """`[[notes]]`: where a value of the file comes from. Unverified (`[K]`): known, and not seen there."""

    of: Annotated[str, "the table or key that it is about"]
    says: Annotated[str, "what the source says"]
    source: Annotated[str, "the source"]
    verified: Annotated[bool, "whether somebody has compared it with the source"]


@dataclass(frozen=True, slots=True)
class Profile:
    """The whole of a law profile. `provisions` has one citation of the deployment's law for each topic."""

    profile: Identity
    authority: Authority
    purposes: tuple[Purpose, ...]
    retention: Retention
    masking: Masking
    sensitive: Sensitive
    criteria: CriteriaRules
    unmasking: Unmasking
    redress: Redress
    oversight: Oversight
    due_diligence: DueDiligence
    review: Review
    deadlines: Deadlines
    provisions: dict[Topic, str]
    recipients: tuple[Recipient, ...] = ()
    notes: tuple[Note, ...] = ()

    def purpose(self, code: str) -> Purpose | None:
        """The purpose of this short name, if the profile has it."""
        return next((purpose for purpose in self.purposes if purpose.code == code), None)

    def recipient(self, code: str) -> Recipient | None:
        """The recipient of this short name, if the profile has it."""
        return next((recipient for recipient in self.recipients if recipient.code == code), None)

    @property
    def unverified(self) -> tuple[Note, ...]:
        """The notes that nobody has compared with their source yet."""
        return tuple(note for note in self.notes if not note.verified)
