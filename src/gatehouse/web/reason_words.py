"""The words of an explanation as pages say them: features, outcomes and ways of comparing, in the reader's language.

What the engine says of a comparison is a text of its own tables; a text that is not here is shown as it is.
"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FEATURES: dict[str, str | Promise] = {
    "name": _("Name"),
    "name-conflict": _("Names that contradict"),
    "name-resemblance": _("Names left over"),
    "name-letters": _("Letters as a whole"),
    "name-surplus": _("Further names"),
    "name-spelling": _("Spelling"),
    "name-alone": _("One name alone"),
    "name-initials": _("Initials"),
    "name-glued": _("Names written together"),
    "single-name": _("A single name"),
    "list-length": _("Length of the list"),
    "alias-quality": _("Weak alias"),
    "name-remark": _("How the name is written"),
    "names-ignored": _("Names not looked at"),
    "birth-date": _("Birth date"),
    "sex": _("Sex"),
    "nationality": _("Nationality"),
    "birth-place": _("Birth place"),
    "document": _("Document"),
    "contact": _("Contact"),
    "handling": _("Handling"),
}
NAME_OUTCOMES: dict[str, str | Promise] = {
    "same": _("the same"),
    "equivalent": _("the same in another spelling"),
    "close": _("close"),
    "partial": _("partly the same"),
    "partly different": _("partly different"),
    "different": _("different"),
}
SEX_OUTCOMES: dict[str, str | Promise] = {"same": _("the same"), "different": _("different")}
HOWS: dict[str, str | Promise] = {
    "the same day": _("the same day"),
    "day and month exchanged": _("day and month exchanged"),
    "one digit or one day apart": _("one digit or one day apart"),
    "the same day and month, another year": _("the same day and month, another year"),
    "agrees as far as both sides state it, to the month": _("the same month, as far as stated"),
    "agrees as far as both sides state it, to the year": _("the same year, as far as stated"),
    "inside the stated range, or close to an approximate date": _("within the stated range"),
    "one year apart": _("one year apart"),
    "two years apart": _("two years apart"),
    "the same year, another day": _("the same year, another day"),
    "years apart": _("years apart"),
    "many years apart": _("many years apart"),
    "a nationality in common": _("one in common"),
    "the traveller's nationality is the entry's country of birth": _("the listed person's country of birth"),
    "no nationality in common": _("none in common"),
    "a word that sounds the same": _("sounds the same"),
    "number and issuer agree": _("number and issuer agree"),
    "number agrees; an issuer is not stated": _("the number agrees, an issuer is not stated"),
    "number agrees but for its ICAO check digit, which one side leaves out": _(
        "the number agrees but for its check digit"
    ),
    "number agrees after levelling O/0 I/1 S/5 B/8 Z/2 G/6, separators and leading zeros": _(
        "the number agrees when look-alike characters are levelled"
    ),
    "number agrees, the issuers differ": _("the number agrees, the issuers differ"),
    "the same e-mail address": _("the same e-mail address"),
    "the same number with its country code": _("the same number with its country code"),
    "the last digits agree; a country code is not stated on both sides": _("the last digits agree"),
    "each side has a name that the other lacks": _("each side has a name that the other lacks"),
    "names left over resemble each other": _("they resemble each other"),
    "few letters apart, wherever words begin and end": _("few letters apart"),
    "one side has more names than the other": _("one side has more"),
    "distance of the spellings that were paired": _("the spellings differ somewhat"),
    "one name in common, and the others contradict": _("one in common, the others contradict"),
    "an initial stands for any name that begins with it": _("an initial may stand for many names"),
    "names that are written together agree as a whole": _("they agree as a whole"),
    "only one name was found on both sides": _("only one name on both sides"),
    "same letters": _("same letters"),
    "syllable by syllable": _("syllable by syllable"),
    "same sound": _("same sound"),
    "initial": _("initial"),
    "known variants of one name": _("variants of one name"),
    "written alike in other scripts": _("alike in other scripts"),
    "same after taking off an article or title run on to it": _("same without an article or title"),
    "same sound in another reading of the letters": _("same sound in another reading"),
    "sounds of the two scripts, by learned costs": _("similar sound in two scripts"),
    "similar spelling, by learned costs": _("similar spelling"),
    "one is the beginning of the other": _("one begins the other"),
    "similar letters after Abd": _("similar after Abd"),
    "written together on one side": _("written together on one side"),
    "nothing to compare": _("nothing to compare"),
}
