"""Changes of accounts on the pages: one person proposes, another decides, and then it is done in the same transaction.

The kernel is asked when the second person decides, with the proposer as the one who acts (`manage-accounts`, only
together with a data protection officer); who proposes needs the same rule, short of the second person.
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gatehouse.records import Visit
from gatehouse.safeguards.decision import Actor, Allow, Decision, NeedsSecondPerson, Subject
from gatehouse.safeguards.kernel import may
from gatehouse.safeguards.vocabulary import Act, PurposeClass, Role, SubjectClass
from gatehouse.web.accounts import managing
from gatehouse.web.accounts.errors import AccountError
from gatehouse.web.accounts.managing import By
from gatehouse.web.accounts.models import Account, AccountChange
from gatehouse.web.law import law
from gatehouse.web.sitting import Sitting

Kind, State = AccountChange.Kind, AccountChange.State


def subject_of(change: AccountChange) -> Subject:
    """What the kernel is told of the account that is to be changed."""
    if change.account is None:
        return Subject(SubjectClass.ACCOUNT, "store:accounts")
    return Subject(SubjectClass.ACCOUNT, change.account.reference, person=change.account.reference)


def may_propose(sitting: Sitting, change: AccountChange) -> Decision:
    """The kernel's answer to the proposer: NeedsSecondPerson is leave to propose."""
    return _asked(sitting.actor, sitting.purpose_code, change, None)


def propose(sitting: Sitting, change: AccountChange) -> AccountChange:
    """Keep a change that waits for a second person. The caller has asked `may_propose`; this holds it to it.

    Raises AccountError where the kernel does not let the sitting do it even with another person.
    """
    if not isinstance(may_propose(sitting, change), NeedsSecondPerson):
        raise AccountError(_("this change may not be proposed"), _("act as an administrator, with a reference"))
    change.proposed_by_id = sitting.account
    change.save()
    return change


def may_decide(sitting: Sitting, change: AccountChange) -> Decision:
    """The kernel's answer to the proposed act with this sitting as the second person."""
    proposer = Actor(change.proposed_by.reference, Role.ADMINISTRATOR, change.proposed_by.unit or None)
    return _asked(proposer, _upkeep(), change, sitting.actor)


def approve(sitting: Sitting, change: AccountChange) -> str:
    """Do the change, as its second person. The new password where one was made, else nothing.

    Raises AccountError where the change is decided already, the proposer is no administrator any more, or the kernel
    refuses the two persons.
    """
    with transaction.atomic():
        locked = AccountChange.objects.select_for_update(of=("self",)).get(pk=change.pk)
        _still_waits(locked)
        answer = may_decide(sitting, locked)
        if Role.ADMINISTRATOR not in locked.proposed_by.roles() or not locked.proposed_by.is_active:
            raise AccountError(_("the proposer is no administrator any more"), _("let another one propose it"))
        if not isinstance(answer, Allow):
            raise AccountError(_(answer.reason), _("another person has to decide"))
        password = _done(locked, By(answer.asked.actor, answer.rule, sitting.actor.id))
        _decided(locked, sitting, State.DONE)
    return password


def decline(sitting: Sitting, change: AccountChange) -> None:
    """Let the change not be done: as the second person, or as the proposer who thought better of it."""
    with transaction.atomic():
        locked = AccountChange.objects.select_for_update(of=("self",)).get(pk=change.pk)
        _still_waits(locked)
        if sitting.account != locked.proposed_by_id and not isinstance(may_decide(sitting, locked), Allow):
            raise AccountError(_("you cannot decline this change"), _("leave it to its proposer or a second person"))
        _decided(locked, sitting, State.DECLINED)


def _asked(actor: Actor, purpose: str, change: AccountChange, second: Actor | None) -> Decision:
    context = Visit(actor, purpose, change.reference, second).context(timezone.now())
    return may(actor, Act.MANAGE_ACCOUNTS, subject_of(change), purpose, context)


def _upkeep() -> str:
    """The code of the profile's purpose of upkeep; empty where it has none, which the kernel refuses."""
    purposes = (purpose.code for purpose in law().profile.purposes if purpose.kind is PurposeClass.UPKEEP)
    return next(purposes, "")


def _still_waits(change: AccountChange) -> None:
    if change.state != State.WAITING:
        raise AccountError(_("this change was decided already"), _("look at the account as it stands"))


def _decided(change: AccountChange, sitting: Sitting, state: AccountChange.State) -> None:
    change.state, change.decided_at = state, timezone.now()
    change.decided_by_id = sitting.account if sitting.account != change.proposed_by_id else None
    change.save(update_fields=["state", "decided_at", "decided_by"])


def _done(change: AccountChange, by: By) -> str:
    """Do it; a password where the kind makes one."""
    if change.kind == Kind.MAKE:
        made, password = managing.make(by, change.identifier, change.display_name, change.unit)
        change.account = made
        change.save(update_fields=["account"])
        return password
    account = change.account
    if account is None:
        raise AccountError(_("the change names no account"), _("propose it anew"))
    return _done_to(account, change, by)


def _done_to(account: Account, change: AccountChange, by: By) -> str:
    if change.kind == Kind.GIVE_ROLE:
        managing.give_role(by, account, Role(change.role))
    elif change.kind == Kind.TAKE_ROLE:
        managing.take_role(by, account, Role(change.role))
    elif change.kind == Kind.MOVE:
        managing.move(by, account, change.unit)
    elif change.kind == Kind.DISABLE:
        managing.disable(by, account)
    elif change.kind == Kind.ENABLE:
        managing.enable(by, account)
    elif change.kind == Kind.RESET_FACTORS:
        managing.reset_factors(by, account)
    elif change.kind == Kind.RESET_PASSWORD:
        return managing.reset_password(by, account)
    return ""
