"""Words looked for over the rooms, in what a reader may read about one State; told in the log, without the words."""

from __future__ import annotations

from collections.abc import Iterator

from gatehouse.assessment.access.facts import Stage, facts
from gatehouse.assessment.acting import acting
from gatehouse.assessment.assistance import needs
from gatehouse.assessment.assistance.models import Need
from gatehouse.assessment.confidentiality.reading import Piece, Read
from gatehouse.assessment.confidentiality.reading import search as search_in
from gatehouse.assessment.errors import AssessmentError
from gatehouse.assessment.evidence import store as evidence
from gatehouse.assessment.evidence.models import Item
from gatehouse.assessment.findings import assessments
from gatehouse.assessment.findings.assessments import about_finding
from gatehouse.assessment.findings.models import Assessment, FindingText
from gatehouse.assessment.questions.models import Answer
from gatehouse.assessment.questions.pieces import about_answer
from gatehouse.assessment.recommendations import store as recommendations
from gatehouse.assessment.recommendations.models import Recommendation
from gatehouse.assessment.states.models import State
from gatehouse.assessment.visits import planning
from gatehouse.assessment.visits.models import Visit
from gatehouse.safeguards.decision import Actor, Subject
from gatehouse.safeguards.vocabulary import SubjectClass
from gatehouse.terms.saying import Saying

WORDS_CHARS = (3, 200)
SHARED = Stage(with_the_state=True, adopted=True, shareable=True)


class SearchError(AssessmentError):
    """What was looked for is too short or too long to be found."""


def find(actor: Actor, state: State, words: str) -> list[Read]:
    """The paragraphs with these words, of the pieces that the reader may read; what is kept from them is not searched.

    Raises `SearchError` for fewer than three characters.
    """
    if not WORDS_CHARS[0] <= len(words.strip()) <= WORDS_CHARS[1]:
        raise SearchError(
            Saying("look for %(first)s to %(last)s characters", first=WORDS_CHARS[0], last=WORDS_CHARS[1])
        )
    with acting(actor, "material.searched", about_search(state)) as acted:
        found = search_in(actor, list(_pieces(state)), words)
        acted.details["shown"] = len(found)
    return found


def about_search(state: State) -> Subject:
    """What the kernel is asked about before a State's material is searched; of each piece it is asked again."""
    return facts(SubjectClass.FINDING, f"state:{state.code}", state, None, SHARED)


def _pieces(state: State) -> Iterator[Piece]:
    yield from _findings(state)
    newest = (
        Answer.objects.filter(state=state).order_by("cycle_id", "question", "-version").distinct("cycle_id", "question")
    )
    for answer in newest.select_related("cycle"):
        value = answer.value if isinstance(answer.value, str) else ""
        yield Piece(about_answer(state, answer.cycle, answer.question), f"{value}\n\n{answer.remarks}")
    for item in Item.objects.filter(state=state).select_related("state", "cycle"):
        yield Piece(evidence.about(item), f"{item.title}\n\n{item.told}")
    for row in Recommendation.objects.filter(state=state).select_related("state", "cycle"):
        told = [row.text, row.reply, *row.progress.values_list("text", flat=True)]
        yield Piece(recommendations.subject_of(row), "\n\n".join(told))
    for begun in Assessment.objects.filter(state=state).select_related("state", "cycle"):
        yield Piece(assessments.about(begun), "\n\n".join(assessments.words_of(begun)))
    for visit in Visit.objects.filter(state=state).select_related("state", "cycle"):
        told = [visit.purpose, *visit.events.values_list("reason", flat=True)]
        for said in visit.consents.all():
            told += [said.reference, said.conditions]
        yield Piece(planning.subject_of(visit), "\n\n".join(told))
    for need in Need.objects.filter(state=state).select_related("state"):
        yield Piece(needs.subject_of(need), need.text)


def _findings(state: State) -> Iterator[Piece]:
    texts = (
        FindingText.objects.filter(finding__assessment__state=state)
        .order_by("finding_id", "-pk")
        .distinct("finding_id")
    )
    for text in texts.select_related("finding__assessment__state", "finding__assessment__cycle"):
        yield Piece(about_finding(text.finding), text.text)
