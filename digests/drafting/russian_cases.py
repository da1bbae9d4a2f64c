"""Cases of Russian: the forms of a noun in the singular.

Cases are written n, g, d, a, i and p; genders m and f, or nothing where either may be.
"""

INDECLINABLE = frozenset(
    "замминистра замглавы замдиректора кафе радио ао зао оао пао ооо нко ано".split()
)
IRREGULAR = {
    "посол": "посл", "отец": "отц", "лев": "льв", "павел": "павл", "пётр": "петр", "купец": "купц",
    "мать": "матер", "дочь": "дочер", "посёлок": "посёлк", "муж": "муж",
}  # fmt: skip
SOFT_FEMALE = frozenset("артель повесть медаль мать дочь любовь нинель юдифь".split())
HISSING = "гкхжшщч"


def forms(noun: str) -> list[tuple[str, str]]:
    """Give the forms of a noun in the singular, each with its case."""
    stem, endings = _endings(noun)
    return [(noun, "n"), *((stem + end, case) for case, ends in endings for end in ends)]


def _endings(  # noqa: PLR0911
    noun: str,
) -> tuple[str, list[tuple[str, tuple[str, ...]]]]:
    one, two = noun[:-1], noun[:-2]
    if noun in INDECLINABLE:
        return noun, [(case, ("",)) for case in "gdaip"]
    if noun.endswith(("ый", "щий", "чий")):
        hard = noun.endswith("ый")
        ends = ("ого", "ому", "ым", "ом") if hard else ("его", "ему", "им", "ем")
        return two, _four(*ends)
    if noun.endswith("ая"):
        ending = ("ей", "ой")
        return two, [("g", ending), ("d", ending), ("a", ("ую",)), ("i", ending), ("p", ending)]
    if noun.endswith(("ие", "ье")):
        return one, _four("я", "ю", "ем", "и")
    if noun.endswith("о"):
        return one, _four("а", "у", "ом", "е")
    if noun.endswith(("а", "я")):
        return one, _first(noun)
    if noun in SOFT_FEMALE:
        stem = IRREGULAR.get(noun, one)
        return stem, [("g", ("и",)), ("d", ("и",)), ("a", ("ь",)), ("i", ("ью",)), ("p", ("и",))]
    if noun.endswith(("ь", "й")):
        last = "и" if noun.endswith("ий") else "е"
        return one, _cases("я", "я", "ю", "ем ём", last)
    stem = IRREGULAR.get(noun) or _fleeting(noun)
    return stem, [*_cases("а", "а", "у", "ом ем", "е"), ("a", ("",))]


def _cases(*endings: str) -> list[tuple[str, tuple[str, ...]]]:
    """Give endings, from the genitive on, with their cases."""
    return [(case, tuple(ends.split())) for case, ends in zip("gadip", endings, strict=True)]


def _four(genitive: str, *endings: str) -> list[tuple[str, tuple[str, ...]]]:
    """Give endings with their cases where the accusative is as the genitive."""
    return _cases(genitive, genitive, *endings)


def _first(noun: str) -> list[tuple[str, tuple[str, ...]]]:
    """Give the endings of the first declension: глава, судья, Мария."""
    if noun.endswith("ия"):
        return [("g", ("и",)), ("d", ("и",)), ("a", ("ю",)), ("i", ("ей",)), ("p", ("и",))]
    soft = noun.endswith("я")
    genitive = "и" if soft or noun[-2:-1] in HISSING else "ы"
    instrumental = ("ей", "ёй") if soft else ("ой", "ей")
    accusative = "ю" if soft else "у"
    return [
        ("g", (genitive,)),
        ("d", ("е",)),
        ("a", (accusative,)),
        ("i", instrumental),
        ("p", ("е",)),
    ]


def _fleeting(noun: str) -> str:
    if noun.endswith("лец"):
        return noun[:-2] + "ьц"
    return noun[:-2] + "ц" if noun.endswith("ец") and len(noun) > 4 else noun  # noqa: PLR2004
