"""The names of months and weekdays, and the shapes in which dates are printed."""

import re

ENGLISH = (
    "January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul",
    "August Aug", "September Sept Sep", "October Oct", "November Nov", "December Dec",
)  # fmt: skip
RUSSIAN = (
    "января январе январь янв", "февраля феврале февраль фев", "марта марте март мар",
    "апреля апреле апрель апр", "мая мае май", "июня июне июнь июн", "июля июле июль июл",
    "августа августе август авг", "сентября сентябре сентябрь сент сен",
    "октября октябре октябрь окт", "ноября ноябре ноябрь нояб ноя", "декабря декабре декабрь дек",
)  # fmt: skip
WEEKDAYS = (
    "monday mon понедельник 월", "tuesday tues tue вторник 화", "wednesday wed среда среду 수",
    "thursday thurs thu четверг 목", "friday fri пятница пятницу 금",
    "saturday sat суббота субботу 토", "sunday sun воскресенье 일",
)  # fmt: skip
MONTHS = {
    word: number
    for table in (ENGLISH, RUSSIAN)
    for number, words in enumerate(table, start=1)
    for word in words.lower().split()
}
WEEKDAY = {word: day for day, words in enumerate(WEEKDAYS) for word in words.split()}

FOUR = r"(?:1[89]|20)\d\d"
YEAR = rf"{FOUR}(?!\d(?!\d?:\d\d))"  # pages run the hour into it: “20244:12 AM”
DAY = r"[0-3]?\d(?:st|nd|rd|th|-?го)?(?!\w|\.\d|,\d{3}(?!\d)|:\d|%)"
TO = r"(?:\s?[-–—/~]\s?|\s(?:to|and|through|и|по)\s|,\s(?=[0-3]?\d\s))"
_FORMS = sorted(
    {
        form
        for words in (*ENGLISH, *RUSSIAN)
        for word in words.split()
        for form in (word, word.capitalize(), word.upper())
        if not (form.isascii() and form.islower())
    },
    key=lambda word: (-len(word), word),
)
MONTH = f"(?:{'|'.join(_FORMS)})"
# Both begin with what they look for, so that the search leaps from one to the next.
SPELLED = re.compile(rf"(?P<month>{MONTH})(?!\w)")
IN_DIGITS = re.compile(
    rf"(?P<iy>{FOUR})(?:[-/]|\.\s?)(?P<im>\d\d?)(?:[-/]|\.\s?)(?P<id>\d\d?)(?!\d)"
    rf"|(?P<n1>\d\d?)(?P<sep>[./-])(?P<n2>\d\d?)(?P=sep)(?P<ny>{YEAR})(?!\.\d)"
    rf"|(?:(?P<ky>{FOUR})년\s?)?(?P<km>\d\d?)월(?:\s?(?P<kd>\d\d?)일)?"
    r"(?:\s?[~∼〜–-]\s?(?:(?P<km2>\d\d?)월\s?)?(?P<kd2>\d\d?)일)?"
)
NUMERIC = re.compile(r"\d{1,4}(?=[-./년월])")
# What a date in digits cannot do without: looked for first, by the signs, which are rarer.
PARTED = re.compile(r"[-./년월](?<=\d.)(?:\s?\d|(?<=[년월]))")
DIGIT = re.compile(r"\d")
BEFORE = re.compile(rf"(?<![\w.,:/-])(?P<day>{DAY})(?:{TO}(?P<until>{DAY}))?\s(?:of\s)?$")
AFTER_DAY = re.compile(
    rf"\.?(?:{TO}(?P<until>{DAY})\s(?P<month>{MONTH})\b\.?)?(?:,?\s?(?P<year>{YEAR}))?"
)
AFTER_MONTH = re.compile(
    rf"\.?\s?(?P<day>{DAY})(?:{TO}(?:(?P<month>{MONTH})\b\.?\s)?(?P<until>{DAY}))?"
    rf"(?:,?\s?(?P<year>{YEAR}))?"
)
YEAR_ONLY = re.compile(rf"\.?,?\s(?:of\s)?(?P<year>{YEAR})")
_NAMES = "|".join(sorted((w for w in WEEKDAY if len(w) > 1), key=len, reverse=True))
WEEKDAY_BEFORE = re.compile(rf"\b({_NAMES})\.?,?\s(?:the\s)?$", re.IGNORECASE)
WEEKDAY_AFTER = re.compile(rf"\s?\((?P<name>{_NAMES}|[월화수목금토일])\.?\)", re.IGNORECASE)
WEEKDAY_NAME = re.compile(
    r"Monday\b|Tuesday\b|Wednesday\b|Thursday\b|Friday\b|Saturday\b|Sunday\b"
    r"|понедельник\b|вторник\b|среду\b|четверг\b|пятницу\b|субботу\b|воскресенье\b"
)
CYRILLIC = re.compile(r"[а-я]")


def weekdays(text: str) -> list[re.Match[str]]:
    """Give the names of weekdays that *text* has, in full."""
    if "day" in text or (not text.isascii() and CYRILLIC.search(text)):
        found = WEEKDAY_NAME.finditer(text)
        return [day for day in found if day[0].isascii() or not _goes_on(text, day.start())]
    return []


def _goes_on(text: str, start: int) -> bool:
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_")
