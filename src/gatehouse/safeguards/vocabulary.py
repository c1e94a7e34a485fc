"""The closed lists that safeguards speak in: roles, acts, what is acted on, classes of purposes, elements, categories.

Everything here is a `StrEnum`, so that a file can name it and nothing else than what stands here can be named. Which
act applies to which subject stands in `acts.csv`.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """In what capacity somebody acts. A person who holds several acts in one of them at a time."""

    ANALYST = "analyst"
    SENIOR_ANALYST = "senior-analyst"
    LIST_MANAGER = "list-manager"
    CRITERIA_AUTHOR = "criteria-author"
    CRITERIA_APPROVER = "criteria-approver"
    BORDER_OFFICER = "border-officer"
    APPROVING_AUTHORITY = "approving-authority"
    """A court, or another body that the law lets approve unmasking and the profile itself."""
    REDRESS_OFFICER = "redress-officer"
    DATA_PROTECTION_OFFICER = "data-protection-officer"
    OVERSIGHT_READER = "oversight-reader"
    OPERATOR = "operator"
    ADMINISTRATOR = "administrator"
    STATE_FOCAL_POINT = "state-focal-point"
    """Speaks for one assessed State, which stands in `Actor.state`."""
    ASSESSOR = "assessor"
    SECOND_ASSESSOR = "second-assessor"
    TEAM_LEAD = "team-lead"
    COMMITTEE_MEMBER = "committee-member"
    DONOR = "donor"
    """Whoever helps a State: gives money, runs a project, or plans either."""
    TRANSLATOR = "translator"
    PUBLIC = "public"
    """Anybody; the role of whoever has none on the assessment side."""
    MACHINE = "machine"
    """The system itself, where no person asked."""


ASSESSING = frozenset(
    {
        Role.STATE_FOCAL_POINT,
        Role.ASSESSOR,
        Role.SECOND_ASSESSOR,
        Role.TEAM_LEAD,
        Role.COMMITTEE_MEMBER,
        Role.DONOR,
        Role.TRANSLATOR,
        Role.PUBLIC,
    }
)
"""The roles of the side on which States are assessed. None of them reaches a person's data."""


class Act(StrEnum):
    """What is done. `acts.csv` says to what, and of which kind it is."""

    VIEW = "view"
    VIEW_UNMASKED = "view-unmasked"
    SEARCH = "search"
    LIST_WAITING = "list-waiting"
    CHECK = "check"
    """Ask at the border for one answer, which gives no reason."""
    EXPORT = "export"
    DECIDE = "decide"
    REOPEN = "reopen"
    ASSIGN = "assign"
    OPEN_CASE = "open-case"
    CLOSE_CASE = "close-case"
    DISCLOSE = "disclose"
    UNMASK_REQUEST = "unmask-request"
    UNMASK_APPROVE = "unmask-approve"
    LIST_PROPOSE = "list-propose"
    LIST_APPROVE = "list-approve"
    LIST_REMOVE = "list-remove"
    CRITERIA_WRITE = "criteria-write"
    CRITERIA_APPROVE = "criteria-approve"
    CRITERIA_ACTIVATE = "criteria-activate"
    CRITERIA_RETIRE = "criteria-retire"
    HOLD = "hold"
    RELEASE_HOLD = "release-hold"
    ERASE = "erase"
    CORRECT = "correct"
    REDRESS_OPEN = "redress-open"
    REDRESS_IDENTIFY = "redress-identify"
    REDRESS_ANSWER = "redress-answer"
    REDRESS_TELL = "redress-tell"
    INGEST = "ingest"
    SCREEN = "screen"
    MASK = "mask"
    COUNT = "count"
    READ_COUNTS = "read-counts"
    READ_LOG = "read-log"
    SEAL_LOG = "seal-log"
    COUNTERSIGN_LOG = "countersign-log"
    MANAGE_ACCOUNTS = "manage-accounts"
    RETRY_WORK = "retry-work"
    DISMISS_WORK = "dismiss-work"
    REPLACE_FILE = "replace-file"
    PROFILE_PROPOSE = "profile-propose"
    PROFILE_APPROVE = "profile-approve"
    SET_UP = "set-up"
    ANSWER = "answer"
    ADD_EVIDENCE = "add-evidence"
    DRAFT = "draft"
    RATE = "rate"
    RATE_AGAIN = "rate-again"
    SETTLE = "settle"
    REPLY = "reply"
    ADOPT = "adopt"
    SHARE = "share"
    PUBLISH = "publish"
    TRANSLATE = "translate"
    APPROVE_TRANSLATION = "approve-translation"
    KEEP_CONFIDENTIAL = "keep-confidential"
    RELEASE_CONFIDENTIAL = "release-confidential"
    PLAN_VISIT = "plan-visit"
    CONSENT = "consent"
    REPORT_PROGRESS = "report-progress"
    VERIFY_PROGRESS = "verify-progress"
    ASK_HELP = "ask-help"
    OFFER_HELP = "offer-help"
    RUN_PROJECT = "run-project"
    RECORD_UPTAKE = "record-uptake"


class SubjectClass(StrEnum):
    """What is acted on."""

    TRAVELLER = "traveller"
    TRAVELLER_MASKED = "traveller-masked"
    """What is left of a traveller and the booking once the clock has masked them."""
    BOOKING = "booking"
    RAW_MESSAGE = "raw-message"
    HIT = "hit"
    CASE = "case"
    LIST_ENTRY = "list-entry"
    REDRESS_REQUEST = "redress-request"
    SENSITIVE_DATA = "sensitive-data"
    """What reveals a protected trait. It is not kept; the class is here so that every act on it can be forbidden."""
    CRITERION = "criterion"
    LOG = "log"
    COUNTS = "counts"
    ACCOUNT = "account"
    PROFILE = "profile"
    WORK = "work"
    """What the machine has to do: jobs and files by their numbers, and where they failed. Nobody's data is in it."""
    CYCLE = "cycle"
    """A State's record, its assessment cycles and who is on the team of each."""
    QUESTIONNAIRE = "questionnaire"
    ANSWER = "answer"
    STATE_EVIDENCE = "state-evidence"
    FINDING = "finding"
    RECOMMENDATION = "recommendation"
    VISIT_LIST = "visit-list"
    VISIT = "visit"
    ASSISTANCE = "assistance"
    """What a State needs, what others offer, and the projects that come of it."""
    ASSESSMENT_REPORT = "assessment-report"
    SURVEY_TABLE = "survey-table"
    """Counts over several States, their small cells withheld."""


MATERIAL = frozenset(
    {
        SubjectClass.CYCLE,
        SubjectClass.QUESTIONNAIRE,
        SubjectClass.ANSWER,
        SubjectClass.STATE_EVIDENCE,
        SubjectClass.FINDING,
        SubjectClass.RECOMMENDATION,
        SubjectClass.VISIT_LIST,
        SubjectClass.VISIT,
        SubjectClass.ASSISTANCE,
        SubjectClass.ASSESSMENT_REPORT,
        SubjectClass.SURVEY_TABLE,
    }
)
"""The classes that hold what States told and what was found about them. There is no person in them."""

PERSONAL = frozenset(
    {
        SubjectClass.TRAVELLER,
        SubjectClass.TRAVELLER_MASKED,
        SubjectClass.BOOKING,
        SubjectClass.RAW_MESSAGE,
        SubjectClass.HIT,
        SubjectClass.CASE,
        SubjectClass.LIST_ENTRY,
        SubjectClass.REDRESS_REQUEST,
        SubjectClass.SENSITIVE_DATA,
    }
)
"""The classes that hold somebody's data. The log refers to people and never holds them."""


class PurposeClass(StrEnum):
    """What kind of purpose one of the profile's is. The rows of the policy speak of these."""

    SCREENING = "screening"
    """Travellers are compared with lists and criteria before they arrive or depart."""
    REQUEST = "request"
    """A competent authority asked, in one case, with reasons."""
    CRITERIA = "criteria"
    """Criteria are made, tested and reviewed."""
    RIGHTS = "rights"
    """A person asked for access, correction, erasure or redress."""
    OVERSIGHT = "oversight"
    """Those who supervise look at what was done."""
    UPKEEP = "upkeep"
    """The system is run: clocks, counts, accounts, the profile itself."""
    ASSESSMENT = "assessment"
    """States are assessed, helped, and reported on (S/RES/2395 (2017)). No passenger data."""


class Element(StrEnum):
    """What a booking may hold, in the order of the nineteen elements of Directive (EU) 2016/681, Annex I."""

    LOCATOR = "locator"
    RESERVATION_DATE = "reservation-date"
    TRAVEL_DATES = "travel-dates"
    NAMES = "names"
    CONTACT = "contact"
    PAYMENT = "payment"
    ITINERARY = "itinerary"
    FREQUENT_FLYER = "frequent-flyer"
    AGENCY = "agency"
    TRAVEL_STATUS = "travel-status"
    SPLIT = "split"
    GENERAL_REMARKS = "general-remarks"
    TICKETING = "ticketing"
    SEAT = "seat"
    CODE_SHARE = "code-share"
    BAGGAGE = "baggage"
    OTHER_TRAVELLERS = "other-travellers"
    API = "api"
    HISTORY = "history"


class SensitiveCategory(StrEnum):
    """What must not be kept of anybody. A profile names all of them: none can be left out."""

    ORIGIN = "race-or-ethnic-origin"
    POLITICS = "political-opinion"
    BELIEF = "religion-or-belief"
    UNION = "union-membership"
    HEALTH = "health"
    SEX_LIFE = "sex-life-or-orientation"


class Topic(StrEnum):
    """What a provision of the deployment's law is about. Every answer of the kernel cites the one of its row."""

    PURPOSE_LIMITATION = "purpose_limitation"
    ACCESS = "access"
    HUMAN_DECISION = "human_decision"
    SCREENING = "screening"
    MASKING = "masking"
    ERASURE = "erasure"
    UNMASKING = "unmasking"
    DISCLOSURE = "disclosure"
    NON_REFOULEMENT = "non_refoulement"
    LISTS = "lists"
    CHILDREN = "children"
    CRITERIA = "criteria"
    SENSITIVE_DATA = "sensitive_data"
    RIGHTS = "rights"
    OVERSIGHT = "oversight"
    ACCOUNTS = "accounts"
    PROFILE = "profile"
