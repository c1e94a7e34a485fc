# ruff: noqa: E501  (sentences of resolutions are long)
"""Resolutions that nobody adopted, in our own words, and the layouts in which such texts reach a reader."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Made:
    """A resolution as its paragraphs: preambular ones, and operative ones under headings ("" for none)."""

    language: str
    front: tuple[str, ...]
    organ: str
    preambular: tuple[str, ...]
    operative: tuple[tuple[str, str], ...]
    closing: tuple[str, ...] = ()

    @property
    def headings(self) -> dict[int, str]:
        """The heading before each operative paragraph that has one of its own."""
        return {number: heading for number, (heading, _) in enumerate(self.operative, start=1) if heading}


ENGLISH = Made(
    "en",
    (
        "S/RES/9001 (2031)",
        "Resolution 9001 (2031)",
        "Adopted by the Security Council at its 9876th meeting, on",
        "4 May 2031",
    ),
    "The Security Council,",
    (
        "Recalling its resolutions 8123 (2028), 8124 (2028), 8200 (2029) and 8201 (2029), and the statements of its "
        "President on the safety of river ports,",
        "Deeply concerned that ferries are boarded without lists of passengers, and stressing that lists have to be kept "
        "in compliance with international law, including international human rights law,",
        "Taking note of General Assembly resolution 71/999 of 3 March 2017 and of the report of the Secretary-General "
        "(S/2031/77), in particular its paragraph 12,",
        "Mindful of the role of the International Civil Aviation Organization (ICAO) in setting standards, and "
        "recognizing that small States face challenges in applying them; ",
        "Acting under Chapter VII of the Charter of the United Nations,",
    ),
    (
        (
            "",
            "Decides that, in furtherance of paragraph 9 of resolution 8200 (2029), Member States shall require ferry "
            "companies to give lists of passengers to the appropriate national authorities, and calls upon Member States to "
            "report each boarding without a list to the State of the flag;",
        ),
        (
            "Lists and their keeping",
            "Urges Member States to consider keeping such lists for no longer than six months, and "
            "requests the Secretary-General to report on their use within 12 months of the adoption of this resolution;",
        ),
        (
            "",
            "Directs the Counter-Terrorism Committee Executive Directorate (CTED) to:\n(a) visit river ports upon the "
            "request of the State concerned;\n(b) submit to the Committee a report by 30 June 2032, and update it every six "
            "months;",
        ),
        (
            "HELP FOR SMALL STATES",
            "Encourages ICAO, INTERPOL and international, regional and subregional organizations to "
            "help Member States in a timely manner, as appropriate, in close cooperation with UNODC, and invites donors to "
            "fund such help;",
        ),
        ("", "Decides to remain actively seized of the matter."),
    ),
)

CHINESE = Made(
    "zh",
    ("第 9001(2031)号决议", "2031 年 5 月 4 日安全理事会第 9876 次会议通过"),
    "安全理事会，",
    (
        "回顾其关于内河港口安全的第 8123(2028)、8124(2028)、8200(2029)和 8201(2029)号决议以及各项相关主席声明，",
        "深为关切渡轮在没有旅客名单的情况下载客，强调名单的保存必须符合国际法，包括国际人权法规定的各项义务，并着重指出船员名单同样重要，",
        "表示注意到大会 2017 年 3 月 3 日第 71/999 号决议和秘书长的报告(S/2031/77)，特别是其中关于小型码头的各项结论，",
        "考虑到国际民用航空组织(国际民航组织)在制定标准方面的作用，认识到小国在适用这些标准方面面临困难，鼓励援助国弥补这些不足，",
        "对一些渡轮公司拒绝提供名单的行为表示严重关切，",
        "根据《联合国宪章》第七章采取行动，",
    ),
    (
        (
            "",
            "决定为推进第 8200(2029)号决议第 9 段的规定，会员国应要求渡轮公司向国家主管当局提供旅客名单，促请会员国将每次没有名单的载客情况通报船旗国；",
        ),
        (
            "名单及其保存",
            "敦促会员国酌情考虑将此类名单的保存期限定为不超过半年，并请秘书长在本决议通过后 12 个月之内提出使用情况报告；",
        ),
        (
            "",
            "指示反恐怖主义委员会执行局(反恐执行局)：\n(a) 应有关国家请求访问内河港口；\n(b) 至迟于 2032 年 6 月 30 日向委员会提交报告，此后每六个月更新一次；",
        ),
        (
            "对小国的帮助",
            "鼓励国际民航组织、国际刑警组织以及国际、区域和次区域组织与毒品和犯罪问题办公室密切合作，酌情及时帮助会员国，并邀请捐助方提供资金；",
        ),
        ("", "决定继续积极处理此案。"),
    ),
)

Layout = Callable[[Made], str]


def bare(text: str) -> str:
    """A text without spaces, as paragraphs are compared whose lines were broken anywhere."""
    return re.sub(r"\s", "", text)


def _blocks(made: Made, number: str = "{}. ") -> list[str]:
    blocks = [*made.front, made.organ, *made.preambular]
    for index, (heading, text) in enumerate(made.operative, start=1):
        blocks += [heading] if heading else []
        blocks.append(number.format(index) + text)
    return [*blocks, *made.closing]


def plain(made: Made) -> str:
    """Each paragraph a line, blank lines between."""
    return "\n\n".join(_blocks(made)) + "\n"


def dense(made: Made) -> str:
    """Each paragraph a line, no blank lines."""
    return "\n".join(_blocks(made)) + "\n"


def bracketed(made: Made) -> str:
    """Numbers with a closing bracket."""
    return "\n\n".join(_blocks(made, "{}) "))


def alone(made: Made) -> str:
    """Numbers on lines of their own, as text taken out of a PDF has them."""
    return "\n".join(_blocks(made, "{}.\n"))


def full_width(made: Made) -> str:
    """Digits, brackets and points in full width."""
    table = {code: code + 0xFEE0 for code in (*range(0x30, 0x3A), 0x28, 0x29)}
    numbered = [re.sub(r"^(\d+)\. ", r"\1．", block) for block in _blocks(made)]
    return "\n\n".join(block.translate(table) if made.language == "zh" else block for block in numbered)


def _wrap(text: str, columns: int) -> list[str]:
    lines, line, used = [], "", 0
    pieces = re.findall(r"[A-Za-z0-9/().,;:'\u2019-]+\s?|.", text)
    for piece in pieces:
        wide = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in piece)
        if used + wide > columns and piece not in "，；。、：》）":
            lines.append(line.rstrip())
            line, used = "", 0
        line, used = line + piece, used + wide
    return [*lines, line.rstrip()]


def _wrapped(block: str, columns: int) -> list[str]:
    return [line for part in block.split("\n") for line in _wrap(part, columns)]


def wrapped(columns: int, gap: str = "\n", indent: str = "") -> Layout:
    """Lines broken at a width; `gap` stands between lines, `indent` before paragraphs."""

    def layout(made: Made) -> str:
        lines: list[str] = []
        for block in _blocks(made):
            first, *rest = _wrapped(block, columns)
            lines += [indent + first, *rest]
        return gap.join(lines) + "\n"

    return layout


def wrapped_apart(columns: int) -> Layout:
    """Lines broken at a width, paragraphs apart."""
    return lambda made: "\n\n".join("\n".join(_wrapped(block, columns)) for block in _blocks(made))


def paged(columns: int, height: int, form_feed: bool = False) -> Layout:
    """Wrapped and apart, cut into pages with heads and feet, also in the midst of paragraphs."""

    def layout(made: Made) -> str:
        lines = wrapped_apart(columns)(made).split("\n")
        pages = [lines[begin : begin + height] for begin in range(0, len(lines), height)]
        out = []
        for number, page in enumerate(pages, start=1):
            head = ["S/RES/9001 (2031)", ""] if number > 1 else []
            foot = ["", f"31-04711 {number}/{len(pages)}" if number % 2 else f"{number}/{len(pages)} 31-04711"]
            out.append("\n".join([*head, *page, *foot]))
        return ("\f" if form_feed else "\n").join(out)

    return layout


def noisy(seed: int) -> Layout:
    """Links, page numbers and rules strewn between the lines of paragraphs, never at their ends."""

    def layout(made: Made) -> str:
        dice = random.Random(seed)
        out = []
        for block in _blocks(made):
            lines = _wrapped(block, 76)
            for line in lines[:-1]:
                out.append(line)
                if dice.random() < 0.15:
                    out += dice.choice(
                        (["https://undocs.org/en/S/RES/8123(2028)"], ["", "- 7 -", ""], ["Page 3"], ["\f"])
                    )
            out += [lines[-1], ""]
        return "\n".join(out)

    return layout


def marked_up(made: Made) -> str:
    """Emphasis as a word processor's export leaves it."""
    text = plain(made)
    return re.sub(r"(?m)^(\d+\. )?(\w+)(?=\s)", r"\1*\2*", text) if made.language == "en" else text


def no_break(made: Made) -> str:
    """No-break and zero-width spaces, ligatures, carriage returns."""
    return "\ufeff" + plain(made).replace(" (20", "\u00a0(20").replace("fi", "ﬁ").replace("\n", "\r\n")


LAYOUTS: dict[str, Layout] = {
    "plain": plain,
    "dense": dense,
    "bracketed": bracketed,
    "numbers-alone": alone,
    "full-width": full_width,
    "wrapped-apart": wrapped_apart(72),
    "wrapped-narrow": wrapped_apart(40),
    "wrapped-indented": wrapped(74, indent="  "),
    "double-spaced-indented": wrapped(72, gap=" \n\n", indent=" "),
    "wrapped-dense": wrapped(70),
    "double-spaced-dense": wrapped(64, gap="\n\n"),
    "paged": paged(72, 9),
    "paged-tight": paged(66, 5),
    "form-feeds": paged(80, 7, form_feed=True),
    "noisy-1": noisy(1),
    "noisy-2": noisy(2),
    "marked-up": marked_up,
    "no-break": no_break,
}
