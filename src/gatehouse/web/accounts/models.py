"""Accounts, the roles they hold, their sessions, failed sign-ins, and changes that wait for a second person."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from gatehouse.safeguards.vocabulary import Role

IDENTIFIER_CHARS_MAX = 40
LABEL_CHARS_MAX = 60
REFERENCE_CHARS_MAX = 64
identifier_shape = RegexValidator(
    r"^[a-z][a-z0-9.-]{2,39}\Z", "small letters, digits, dots and hyphens, 3 to 40 of them"
)
unit_shape = RegexValidator(r"^[A-Z0-9][A-Z0-9-]{0,23}\Z", "capital letters, digits and hyphens, at most 24")
reference_shape = RegexValidator(r"^[A-Za-z0-9][A-Za-z0-9./_-]{0,63}\Z", "letters, digits and . / _ -, at most 64")

NO_PERSONS = frozenset({Role.MACHINE, Role.PUBLIC})
"""Roles in which nobody signs in."""
ROLES = [(role.value, role.value) for role in Role if role not in NO_PERSONS]


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by their identifier."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """The account of this identifier, in whatever case it was typed."""
        return self.get(identifier=(username or "").lower())


class Account(AbstractBaseUser):
    """Somebody who may sign in. `identifier` is a staff number or the like, `display_name` what colleagues read.

    Neither is a real name. `failures` counts failed sign-ins since the last good one; `locked_until` is when the next
    is looked at. With `must_change_password` nothing else can be done before the password was changed.
    """

    identifier = models.CharField(max_length=IDENTIFIER_CHARS_MAX, unique=True, validators=[identifier_shape])
    display_name = models.CharField(max_length=LABEL_CHARS_MAX)
    unit = models.CharField(max_length=24, blank=True, validators=[unit_shape])
    language = models.CharField(max_length=10, blank=True)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(auto_now_add=True)
    failures = models.PositiveIntegerField(default=0)
    locked_until = models.DateTimeField(null=True, blank=True)
    must_change_password = models.BooleanField(default=False)

    objects = AccountManager()

    USERNAME_FIELD = "identifier"
    EMAIL_FIELD = ""
    REQUIRED_FIELDS: ClassVar = ["display_name"]

    def __str__(self) -> str:
        return self.display_name

    @property
    def reference(self) -> str:
        """How the kernel and the audit log name this account."""
        return f"account:{self.pk}"

    @property
    def is_locked(self) -> bool:
        """Whether sign-ins are not looked at now."""
        return self.locked_until is not None and self.locked_until > timezone.now()

    def roles(self) -> tuple[Role, ...]:
        """The roles held now, in the order of the closed list."""
        held = set(self.rolesheld.filter(until__isnull=True).values_list("role", flat=True))
        return tuple(role for role in Role if role.value in held)


class RoleHeld(models.Model):
    """An account holds a role from one time to another. Rows are ended, never deleted."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="rolesheld")
    role = models.CharField(max_length=32, choices=ROLES)
    since = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField(null=True)

    class Meta:
        """A role is held once at a time."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "role"], condition=Q(until=None), name="role_held_once")
        ]


class Session(AbstractBaseSession):
    """A session of a browser, with the account that signed in, so that one account's can be counted and ended."""

    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="sessions")
    began_at = models.DateTimeField(default=timezone.now)


class AddressFailures(models.Model):
    """Failed sign-ins from one network address within one hour. The address is kept as a keyed hash only."""

    address = models.CharField(max_length=64)
    hour = models.DateTimeField()
    failures = models.PositiveIntegerField(default=0)

    class Meta:
        """An address has one count for each hour."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["address", "hour"], name="address_failures_once")]


class Counted(models.Model):
    """What is counted and remembered for a short while by all processes together: tries of second factors and of
    passwords, and the words of providers that were taken once.

    The table of Django's cache in the database, which reads and writes it by these three columns.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)


class AccountChange(models.Model):
    """A change of an account: proposed by an administrator for a stated reference, decided by a second person.

    `account` is none for an account that is still to be made. `identifier`, `display_name` and `unit` are of that one,
    `role` of a role that is to be given or taken.
    """

    class Kind(models.TextChoices):
        """What is to be changed."""

        MAKE = "make"
        GIVE_ROLE = "give-role"
        TAKE_ROLE = "take-role"
        MOVE = "move"
        DISABLE = "disable"
        ENABLE = "enable"
        RESET_PASSWORD = "reset-password"  # noqa: S105  (a word, no password)
        RESET_FACTORS = "reset-factors"

    class State(models.TextChoices):
        """A change waits until it is done or declined, and is decided once."""

        WAITING = "waiting"
        DONE = "done"
        DECLINED = "declined"

    kind = models.CharField(max_length=16, choices=Kind.choices)
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="changes")
    identifier = models.CharField(max_length=IDENTIFIER_CHARS_MAX, blank=True, validators=[identifier_shape])
    display_name = models.CharField(max_length=LABEL_CHARS_MAX, blank=True)
    unit = models.CharField(max_length=24, blank=True, validators=[unit_shape])
    role = models.CharField(max_length=32, choices=ROLES, blank=True)
    reference = models.CharField(max_length=REFERENCE_CHARS_MAX, validators=[reference_shape])
    proposed_by = models.ForeignKey(Account, models.PROTECT, related_name="proposed_changes")
    proposed_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING, db_index=True)
    decided_by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="decided_changes")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        """Nobody decides what they proposed."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("proposed_by")), name="change_by_two_persons"
            )
        ]
