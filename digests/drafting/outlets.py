"""Which outlet a text says it is from: only in forms that cannot be mistaken."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from config.catalogue import Catalogue
from digests.drafting import labels

UP = "A-ZÀ-ÖØ-ÞА-ЯЁ"
BEFORE = re.compile(r"^(?:the|корр\.?|агентство|информагентство)\s", re.IGNORECASE)
BEHIND = re.compile(
    r"(?:\s(?:news|press)?\s?agency|\s(?:staff|newsroom|correspondent).*|\.(?:com|ru|net))$",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s?[,/|;–—]\s?|\s-\s")
NEWSPAPER = re.compile(
    rf"The (?:[{UP}][\w’'&-]+ ){{0,3}}(?:Times|Post|Herald|Gazette|Tribune|Journal|Star|"
    rf"Guardian|"
    r"Telegraph|Observer|Chronicle|Mail|Independent|Examiner|Courier|Mirror|Standard|News|Globe|"
    rf"Press|Sun|Bulletin|Dispatch|Register|Ledger|Monitor|Echo|Argus)|The Daily [{UP}][\w’'-]+"
    rf"|[{UP}][\w’'&-]+(?: [{UP}][\w’'&-]+){{0,2}} (?:News|Press) Agency"
)
# What the name of a site ends in; alone, or behind words of GENERAL, it heads a section.
MEDIA = re.compile(
    r"(?:times|post|herald|gazette|tribune|journal|daily|weekly|monthly|quarterly|ledger|"
    r"guardian|"
    r"telegraph|observer|chronicle|independent|examiner|courier|standard|globe|press|bulletin|"
    r"dispatch|monitor|magazine|newspaper|wire|news|sports|institute|center|centre|foundation|"
    r"agency|"
    r"vestnik|kurier|izvestia|gazeta|pravda|вестник|курьер|известия|газета|правда|журнал|"
    r"агентство|телеграф|일보|신문|통신|뉴스|방송|저널|타임스)$",
    re.IGNORECASE,
)
GENERAL = frozenset(
    "a all the latest world breaking top asia europe local national business us uk sports more "
    "politics international daily morning evening good today our your in of and for main other "
    "north south east west korea russia china press conference все главные последние другие "
    "мира "
    "최신 주요 국제 정치 북한 news photo video".split()
)
SITE_NAME = re.compile(
    rf"[{UP}가-힣][\w’'&.-]*(?: (?:of|and|the|&|для|и)?\s?[{UP}가-힣][\w’'&.-]*){{0,4}}"
)
CYRILLIC_NAME = re.compile(r"[А-ЯЁ][\w-]*(?: [А-Яа-яЁё][\w-]*){1,3}")
LONGEST = 50
SUFFIX = re.compile(r"\s(?P<sign>[|·•:]{1,2}|-|–|—)\s(?P<name>[^|·•]{2,50})$")
SITE = "|·•:-"  # “— TASS” and “– TASS” may as well say who is quoted
TOLD = re.compile(
    rf"\b(?:told|tells)\s(?P<name>(?:the\s)?[{UP}][\w.&’'-]*(?:\s[{UP}\d][\w&’'-]*){{0,3}})"
    r"|\b(?:сказал|заявил|сообщил|рассказал|пояснил)[аио]?\s(?:в\sбеседе\sс\s)?"
    rf"(?P<ru>[{UP}][\w-]*(?:\s[{UP}][\w-]*)?)"
)
# A year makes it the notice of a publisher; without one it may be the credit of a picture.
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*|\(c\)\s*)?(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|20)\d\d)?[\s,]+"
    r"(?:by\s)?(?P<name>[^.,;|]{2,50}?)(?:[.,;|]|\s(?:all rights|prohibits|все права)|$)",
    re.IGNORECASE,
)
PICTURES = re.compile(r"getty|shutterstock|photo|images|alamy|epa\b|фото", re.IGNORECASE)
TELLING = 3  # paragraphs in which an outlet says that it was told


@lru_cache(maxsize=256)
def known(name: str, catalogue: Catalogue) -> str | None:
    """Find the outlet of the catalogue that *name* is, with what may stand around a name."""
    for form in dict.fromkeys(_forms(name)):
        if found := catalogue.outlet(form):
            return found.name
    return None


def _forms(name: str) -> Iterator[str]:
    for part in (name, PARTS.split(name, maxsplit=1)[0]):
        bare = part.strip(" .,")
        yield bare
        plain = BEFORE.sub("", bare)
        yield plain
        yield _without_behind(plain)
    words = BEFORE.sub("", name).split()
    if words and words[0].isupper():
        yield words[0]


def _without_behind(name: str) -> str:
    return name if name.isalnum() else BEHIND.sub("", name)


def called(name: str | None, catalogue: Catalogue) -> str | None:
    """Give *name* as the catalogue writes it, else as it stands."""
    return (known(name, catalogue) or name.strip()) if name else None


def of_line(text: str, catalogue: Catalogue) -> str | None:
    """Tell which outlet a line is the name of, and of nothing else."""
    if len(text) > LONGEST:
        return None
    bare = text.strip(" .|-–—")
    plain = _without_behind(bare)
    if found := catalogue.outlet(bare) or (catalogue.outlet(plain) if plain != bare else None):
        return found.name
    may_be = bare.startswith("The ") or bare.endswith(" Agency")
    return bare if may_be and NEWSPAPER.fullmatch(bare) else None


def of_site(text: str) -> str | None:
    """Tell which outlet a line over a headline names, by what names of outlets end in."""
    bare = text.strip(" .|-–—")
    if len(text) > LONGEST or not MEDIA.search(bare):
        return None
    if not (SITE_NAME.fullmatch(bare) or CYRILLIC_NAME.fullmatch(bare)):
        return None
    before = bare.lower().split()[:-1]
    if all(word in GENERAL or word in labels.NAVIGATION for word in before):
        return None
    return bare.title().replace("’S", "’s") if bare.isupper() else bare


def of_address(url: str, catalogue: Catalogue) -> str | None:
    """Tell which outlet of the catalogue has the host of *url*."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # an unclosed bracket, as in http://[
        return None
    for outlet in catalogue.outlets:
        if any(host == known or host.endswith(f".{known}") for known in outlet.hosts):
            return outlet.name
    return None


def of_copyright(text: str, catalogue: Catalogue) -> str | None:
    """Tell whose a copyright notice with a year is."""
    match = COPYRIGHT.match(text)
    if match is None or PICTURES.search(text):
        return None
    return called(match["name"], catalogue)


def without_site(
    headline: str, outlet: str | None, catalogue: Catalogue
) -> tuple[str, str | None]:
    """Cut the name of a site from the end of *headline*, and give that name.

    What stands behind a dash is only cut where it is the outlet that the text itself names.
    """
    match = SUFFIX.search(headline)
    if match is None:
        return headline, None
    name = known(match["name"], catalogue)
    if name is None and "|" in match["sign"] and NEWSPAPER.fullmatch(match["name"]):
        name = match["name"]
    sure = match["sign"][0] in SITE and outlet is None
    if name is None or not (sure or name == outlet or "|" in match["sign"]):
        return headline, None
    return headline[: match.start()].rstrip(), name


def told(texts: Iterable[str], catalogue: Catalogue) -> str | None:
    """Tell which outlet of the catalogue people say they told it to, if it is only one."""
    names = set()
    for text in texts:
        for match in TOLD.finditer(text[: LONGEST * LONGEST]):
            name = match["name"] or match["ru"]
            names.add(_addressed(name, catalogue))
    return names.pop() if len(names - {None}) == len(names) == 1 else None


def _addressed(name: str, catalogue: Catalogue) -> str | None:
    words = name.split()
    if words[0].lower() == "the":  # “told the Puls 24 TV channel” is how others put it
        return None
    for end in range(len(words), 0, -1):
        if found := catalogue.outlet(" ".join(words[:end]).removesuffix("’s").rstrip(".")):
            return found.name
    return None
