"""What countries are called in the news: by name, adjective and capital, in three languages.

A country goes by the name that treaties give it among their parties. A star stands for any
ending. The last ones are parties to no treaty here: they are known so that a treaty of theirs is
not taken for one of these.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

NAMES = {
    "DPRK": "North Korea*|N. Korea*|DPRK|Democratic People's Republic of Korea|Pyongyang|"
    "КНДР|Северн* Коре*|северокорейск*|Пхеньян*|Корейск* Народно-Демократическ*|"
    "북한|조선민주주의인민공화국|평양|북조선",
    "Republic of Korea": "South Korea*|S. Korea*|ROK|Republic of Korea|Seoul|"
    "Южн* Коре*|южнокорейск*|Республик* Коре*|Сеул*|한국|대한민국|서울",
    "USSR": "USSR|Soviet*|СССР|Советск* Союз*|советск*|소련",
    "Russia": "Russian Federation|Russia*|Moscow|Kremlin|"
    "Росси*|российск*|российско|РФ|Москв*|московск*|Кремл*|러시아|로씨야|모스크바",
    "China": "China|Chinese|PRC|Beijing|Sino|Кита*|китайск*|КНР|Пекин*|중국|베이징",
    "United States": "United States|U.S.|US|USA|America*|Washington|"
    "США|Соединенн* Штат*|американск*|американо|Вашингтон*|미국|워싱턴",
    "Japan": "Japan*|Tokyo|Япони*|японск*|Токио|일본|도쿄",
    "Belarus": "Belarus*|Minsk|Белорусси*|Беларус*|белорусск*|Минск*|벨라루스",
    "Iran": "Iran*|Tehran|Иран*|иранск*|Тегеран*|이란",
    "Ukraine": "Ukrain*|Kyiv|Kiev|Украин*|украинск*|Киев*|우크라이나",
    "Vietnam": "Vietnam*|Hanoi|Вьетнам*|вьетнамск*|베트남",
    "India": "India|Indian|New Delhi|Инди*|индийск*|인도",
    "Taiwan": "Taiwan*|Taipei|Тайван*|대만",
    "Israel": "Israel*|Израил*|израильск*|이스라엘",
    "Poland": "Poland|Polish|Warsaw|Польш*|польск*|폴란드",
    "Germany": "German*|Berlin|Германи*|немецк*|독일",
    "France": "France|French|Paris|Франци*|французск*|프랑스",
    "United Kingdom": "United Kingdom|UK|Britain|British|London|Британи*|британск*|영국",
    "Australia": "Australia*|Canberra|Австрали*|호주",
    "Philippines": "Philippine*|Manila|Филиппин*|필리핀",
    "Armenia": "Armenia*|Yerevan|Армени*|армянск*|아르메니아",
    "Azerbaijan": "Azerbaijan*|Baku|Азербайджан*|아제르바이잔",
    "Kazakhstan": "Kazakh*|Astana|Казахстан*|казахстанск*|카자흐스탄",
    "Serbia": "Serbia*|Belgrade|Серби*|сербск*|세르비아",
    "Syria": "Syria*|Damascus|Сири*|сирийск*|시리아",
    "Turkey": "Turkey|Türkiye|Turkish|Ankara|Турци*|турецк*|튀르키예",
    "Finland": "Finland|Finnish|Helsinki|Финлянди*|финск*|핀란드",
    "Venezuela": "Venezuela*|Caracas|Венесуэл*|베네수엘라",
    "Cuba": "Cuba*|Havana|Куб*|кубинск*|쿠바",
    "Mongolia": "Mongolia*|Монголи*|몽골",
}
# Two syllables for two countries, as Korean headlines name them.
PAIRS = {
    "북러": ("DPRK", "Russia"), "러북": ("DPRK", "Russia"), "조로": ("DPRK", "Russia"),
    "북·러": ("DPRK", "Russia"), "러·북": ("DPRK", "Russia"), "조러": ("DPRK", "Russia"),
    "북중": ("China", "DPRK"), "조중": ("China", "DPRK"), "북·중": ("China", "DPRK"),
    "한미": ("Republic of Korea", "United States"),
    "한·미": ("Republic of Korea", "United States"),
    "미일": ("Japan", "United States"), "미·일": ("Japan", "United States"),
}  # fmt: skip
HANGUL = re.compile(r"[가-힣]")


class Named(NamedTuple):
    """One or, in a Korean pair, two countries named at a place of a text."""

    start: int
    end: int
    countries: tuple[str, ...]


def _form(name: str) -> str:
    pattern = re.escape(name).replace(r"\*", r"\w*+").replace(r"\ ", r"\s").replace("'", "['’]")
    return pattern if HANGUL.search(name) or name.endswith((".", "*")) else rf"{pattern}(?!\w)"


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Join all names by their first letter, which is all that the engine looks for.

    A look at what stands before would be taken at every place of a text; ``named`` does it later.
    """
    by_letter: dict[str, list[str]] = {}
    for name in names:
        by_letter.setdefault(name[0], []).append(_form(name)[len(re.escape(name[0])) :])
    forms = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return re.compile(forms)


FORMS = {form: country for country, names in NAMES.items() for form in names.split("|")}
PATTERN = _pattern([*PAIRS, *FORMS])


@lru_cache(maxsize=4096)
def _called(name: str) -> tuple[str, ...]:
    """Give whom a name found in a text belongs to: the longest name that it may be."""
    if name in PAIRS:
        return PAIRS[name]
    alike = (form for form in FORMS if form[0] == name[0])
    possible = [form for form in alike if re.fullmatch(_form(form), name)]
    return (FORMS[max(possible, key=len)],) if possible else ()


def _begins_a_word(text: str, start: int) -> bool:
    return start == 0 or not text[start - 1].isalnum() or bool(HANGUL.match(text, start))


def named(text: str) -> tuple[Named, ...]:
    """Give the countries that *text* names, in order; capitals matter, as “us” is not “US”."""
    return tuple(
        Named(match.start(), match.end(), _called(match.group()))
        for match in PATTERN.finditer(text)
        if _begins_a_word(text, match.start())
    )
