"""Whole-line rules: what a line of a page is when its words say so. One entry a rule, the order counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from reader.cleaning.cues import BIT
from reader.cleaning.units import Unit
from reader.model.articles import BlockKind

Where = Literal["anywhere", "outside"]
LONGEST = 220
"""Characters; a longer line is prose, whatever words it begins with."""
LONGEST_RULED = 400
"""Characters of the longest line that any rule looks at, addresses aside."""


class Rule(Struct, frozen=True):
    """A named judgement on one unit."""

    name: str
    kind: BlockKind
    cues: tuple[str, ...]
    """Classes of cue words (reader.cleaning.cues) of which the line must hold one to be looked at; none: every line."""
    fits: Callable[[Unit], bool]
    where: Where = "anywhere"
    """"outside": only before and after the body, where a false hit costs nothing."""


def _line(pattern: str, longest: int = LONGEST) -> Callable[[Unit], bool]:
    """True for a unit of at most `longest` characters that the pattern fits from end to end, case aside."""
    compiled = re.compile(rf"(?:{pattern})[\s.!:»›>|…-]*", re.IGNORECASE)
    return lambda unit: len(unit.text) <= longest and compiled.fullmatch(unit.text) is not None


_SHARE = r"""(?:share|tweet|tweet this|e-?mail|email this|print|print this|save|bookmark|copy link|link copied|like
|pin it|facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|telegram|messenger|flipboard|instagram|youtube|rss
|gift article|icon-[\w-]+
|share on \w+|share (?:this|via|with|the)\b.{0,40}
|listen
|listen to (?:this )?(?:article|story).{0,20}|text size|font size|a[+-]|a a a
|comments?|view comments|\d+ (?:comments?|shares?|views?|likes?))"""
_SHARE = _SHARE.replace("\n", "")

RULES: tuple[Rule, ...] = (
    Rule("related", "related", ("related", "popular", "picture", "player"), _line(
        r"(?:related|see also|see more|also read|read also|read more|read next|more on this|more from|more:"
        r"|watch|don[’']t miss"
        r"|recommended|editors?'? picks?|in pictures|explainer)(?: (?:article|story|stories|news|topic|content"
        r"|coverage|"
        r"link)s?)?\s*[:|–—-]\s*\S.*")),
    Rule("related teaser", "related", (), _line(
        r".{12,180}\s\[(?:video|insight|reaction|watch|pictures?|photos?|gallery|analysis|opinion|comment|explained|explainer"
        r"|update|latest|live|revealed|read|graphic|interview|map|maps|poll|warning|report|exclusive"
        r"|news)\]\s*\|?", 220)),
    Rule("related label", "related", ("related", "popular"), _line(
        r"(?:related|recommended|more|further)(?: (?:article|stor(?:y|ies)|news|topics?|content|coverage"
        r"|reading|links?"
        r"|videos?))s?|read (?:more|next|also)|see also|see more|don[’']t miss|you may (?:also )?(?:like"
        r"|be interested in)|up next", 40)),
    Rule("updated note", "note", ("note",), _line(
        r"(?:this (?:is a )?(?:developing|breaking)(?: news)? story\b.*|this (?:story|article|post|report|page) "
        r"(?:is being|has been|was|will be) (?:updated|corrected|amended|edited)\b.*|(?:correction|clarification"
        r"|editor[’']?s['’]? note)\b.*|(?:more|details) to follow|developing story\b.*)", 400)),
    Rule("url", "meta", ("address",), _line(r"https?://\S+(?:\s\S+)?", 2000)),
    Rule("url label", "meta", ("share", "navigation"), _line(r"(?:original|source|full|article) (?:url|link)"
        r"|url|permalink|link", 30)),
    Rule("share bar", "dropped", ("share", "comment", "player"), _line(
        rf"{_SHARE}(?:[\s|•·/,]+{_SHARE}){{0,12}}", 120)),
    Rule("follow bar", "dropped", ("share", "subscribe"), _line(r"follow(?: us)?(?: on)?(?: [\w@ ]{1,40})?"
        r"|join us on .{1,40}", 60)),
    Rule("newsletter", "dropped", ("subscribe",), _line(
        r"(?:subscribe|sign up|register)\b.{0,120}(?:newsletter|inbox|alerts?|updates|e-?mails?|now|today|free)?"
        r"|(?:get|receive) .{0,80}(?:newsletter|inbox)\b.{0,40}|(?:daily |weekly )?newsletters?", 160), "outside"),
    Rule("newsletter line", "dropped", ("subscribe",), _line(
        r"(?:subscribe|sign up) (?:to|for) .{0,80}(?:newsletter|alerts?|updates)\b.{0,40}", 160)),
    Rule("advertisement", "dropped", ("advert", "navigation"), _line(
        r"advertisements?|advertising|sponsored(?: content| by .{1,40})?|promoted(?: content)?|ad"
        r"|story continues below"
        r"(?: advertisement)?|article continues (?:below|after).{0,40}|scroll to continue.{0,40}"
        r"|continue reading.{0,60}"
        r"|for advertis(?:ing|ement)\b.{0,80}|report this ad|anzeige|werbung|publicité|publicidad|реклама", 100)),
    Rule("player", "dropped", ("player", "clock"), _line(
        r"\d+ seconds? of .{0,40}seconds?.{0,30}|press shift question mark .{0,80}|volume \d+ ?%|(?:play|pause"
        r"|mute|unmute)"
        r"(?: video| audio)?|video player .{0,40}|loading(?: video| the player)?\b.{0,30}|watch live|live"
        r"|duration .{0,20}"
        r"|\d{1,2}:\d{2}(?::\d{2})?(?: ?[/|-] ?\d{1,2}:\d{2}(?::\d{2})?)?(?: ?[ap]\.?m\.?)?", 100)),
    Rule("counter", "dropped", (), _line(r"[\d.,]+ ?[kKmM]?|\d{4}-\d\d-\d\dT[\d:.+Z-]+|[•·|*_=~#><+\s-]+"
        r"|[^\w\s]{1,3}", 60)),
    Rule("skip link", "dropped", ("navigation",), _line(
        r"skip to .{1,40}|(?:back|return) to (?:top|home|news|main|the top|all|results).{0,20}|jump to .{1,30}", 60)),
    Rule("navigation", "dropped", (
        "navigation", "login", "contact", "popular", "tags", "section", "related", "subscribe"), _line(
        r"home(?:page)?|menu|search|close|open|login|log ?in|log ?out|sign ?in|my account|register|contact(?: us)?"
        r"|about(?: us)?|help|faq|site ?map|careers|jobs|archives?|next|previous|prev|more|all|trending(?: news"
        r"| now| topics)?"
        r"|latest(?: news)?|breaking(?: news)?|top stories|most (?:read|popular|viewed|shared|commented)\b.{0,20}"
        r"|popular(?: now| stories)?|tags?|topics?|categories|sections?|load more.{0,20}|show more"
        r"|view all.{0,20}", 60)),
    Rule("legal", "dropped", ("legal",), _line(
        r"(?:.{0,60}\s)?(?:©|\(c\) ?\d{4}|copyright(?:\s*(?:©|\(c\))|[\s:,-]{1,3}(?:19|20)\d\d|\s+by\b|\s*$"
        r"|\s+(?:notice|policy|"
        r"information|law)\b)).{0,160}|.{0,120}all rights reserved.{0,80}|terms(?: (?:of|and|&) (?:use|service"
        r"|conditions))?"
        r"|privacy(?: (?:policy|notice|statement))?|cookies?(?: (?:policy|settings))?|do not sell .{0,60}"
        r"|accessibility(?: .{0,20})?|disclaimer|impressum|datenschutz(?:erklärung)?|agb|mentions légales"
        r"|confidentialité|cgu|cgv"
        r"|aviso legal|política de (?:privacidad|cookies).{0,20}|политика конфиденциальности"
        r"|все права защищены.{0,60}", 260)),
    Rule("cookies", "dropped", ("legal", "navigation", "subscribe"), _line(
        r"(?:we|this (?:site|website)) uses? cookies.{0,200}|accept(?: all)?(?: cookies)?|manage (?:cookies"
        r"|preferences)"
        r"|by (?:continuing|using|clicking) .{0,160}(?:cookies|terms|policy).{0,60}", 300)),
    Rule("comments", "dropped", ("comment", "login", "subscribe", "share", "byline"), _line(
        r"leave a (?:reply|comment).{0,40}|(?:post|add|write) a comment.{0,30}|cancel reply|please (?:enter"
        r"|log ?in|sign ?in"
        r"|read) .{0,80}|your (?:e-?mail|email address|name)\b.{0,80}|save my name.{0,120}|notify me of .{0,80}"
        r"|required fields .{0,40}|name ?\*?|e-?mail ?\*?|website|log in to .{0,60}"
        r"|be the first to comment.{0,20}", 160)),
)  # fmt: skip


class _Candidates(dict[tuple[int, bool], tuple[Rule, ...]]):
    """The rules that may fit a line with some cue words, inside the body or not, worked out once."""

    def __missing__(self, key: tuple[int, bool]) -> tuple[Rule, ...]:
        cues, inside = key
        self[key] = tuple(
            rule
            for rule in RULES
            if (not rule.cues or cues & sum(BIT[name] for name in rule.cues))
            and (rule.where == "anywhere" or not inside)
        )
        return self[key]


_CANDIDATES = _Candidates()


def rule_for(unit: Unit, *, inside: bool) -> Rule | None:
    """The first rule that fits the unit, or None. Args: inside: whether the unit stands inside the body."""
    text, cues = unit.text, unit.measures.cues
    if not cues and text[:1].isalpha() and text[-1] not in "]|":
        return None
    if len(text) > LONGEST_RULED and not text.startswith("http"):
        return None
    return next((rule for rule in _CANDIDATES[cues, inside] if rule.fits(unit)), None)
