"""Pages that hold their text back: what they say instead of it."""

import re

from digests.intake.outcomes import Reason

LITTLE = 100  # characters; a news agency's shortest flash has more
NOTICE = 600  # what a page that only checks its visitors has to say
TEASER = 1500  # what a page shows of an article to those who do not pay

ROBOT = re.compile(
    r"just a moment\.\.\.|attention required!|checking (?:your browser|if the site connection)"
    r"|verify(?:ing)? (?:that )?you(?: are|'re|’re) (?:a )?(?:human|not a robot)"
    r"|are you a (?:robot|human)|unusual traffic|captcha|ddos.guard|ddos protection by"
    r"|access (?:to this page has been )?denied|вы не робот|проверка браузера|로봇이 아닙니다",
    re.IGNORECASE,
)
SCRIPTS = re.compile(
    r"(?:enable|turn on|activate|requires?|needs?) (?:java ?script|js\b)"
    r"|java ?script (?:is |must be )?(?:disabled|required|enabled|not available|turned off)"
    r"|включит[ье] java ?script|javascript (?:aktivieren|отключ[её]н)"
    r"|activer (?:le )?javascript|자바스크립트",
    re.IGNORECASE,
)
PAID = re.compile(
    r"(?:subscribe|sign (?:in|up)|log ?in|register|create (?:a free |an )?account)"
    r"(?: now)? to (?:continue|keep|read|unlock|access)"
    r"|(?:to (?:continue|keep) reading|to read the (?:full|rest|whole))"
    r"|(?:for|to|our) (?:paying |premium )?(?:subscribers|members) only|subscriber.only"
    r"|subscribers only|(?:exclusive|available only) (?:for|to) (?:our )?(?:subscribers|members)"
    r"|только (?:для|по) подпис|для подписчиков|оформите подписку|réservée? (?:aux|à nos) abonnés"
    r"|nur für abonnent|유료 ?회원|로그인 후 이용|구독 후",
    re.IGNORECASE,
)

SAYINGS = (
    (ROBOT, Reason.ROBOT_CHECK),
    (PAID, Reason.NEEDS_SUBSCRIPTION),
    (SCRIPTS, Reason.NEEDS_SCRIPTS),
)


def held_back(title: str, article: str, seen: str, unseen: str, *, free: bool) -> Reason | None:
    """Tell why a page's article is not there, or not all of it.

    ``seen`` is all that the page shows, ``unseen`` what it has for those without scripts, ``free``
    what its metadata says. A long article stands, whatever is said beside it.
    """
    if len(article) < LITTLE:
        said = _said(f"{title}\n{seen}\n{unseen}")
        return said or (Reason.TOO_LITTLE if free else Reason.NEEDS_SUBSCRIPTION)
    if len(article) < NOTICE and (said := _said(f"{title}\n{article}")):
        return said
    paid = not free or PAID.search(seen)
    return Reason.NEEDS_SUBSCRIPTION if len(article) < TEASER and paid else None


def _said(text: str) -> Reason | None:
    for pattern, reason in SAYINGS:
        if pattern.search(text):
            return reason
    return None
