"""What a draft summary says in the article's language, and how its sentences begin and end."""

import re
from dataclasses import dataclass

from digests.drafting.phrases import starts

QUOTED = re.compile(r"[“„]([^“”„]*)[”“]|«([^«»]*)»|\"([^\"]*)\"")
MARKS = re.compile(r"[“”„«»\"]")
TAIL = re.compile(r"([,.])(?=[”“»\"])")


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's words: of reporting, of going on, of pointing back.

    Those that attribute are looked for in lower case.
    """

    report: str
    the_article: str
    attributed: re.Pattern[str]
    opener: re.Pattern[str]
    pointing: re.Pattern[str]
    dangling: re.Pattern[str]
    small: re.Pattern[str]


SAYING = (
    r"said|says|told|added|adds|noted|notes|stressed|explained|explains|pointed out|emphasi[sz]ed|"
    r"opined|argued|argues|warned|announced|stated|recalled|concluded|believes?|thinks?|wrote|"
    r"writes|claimed|insisted|summed up|confirmed|reported|reports|acknowledged|suggested|observed"
)
EPITHET = (
    r"(?:expert|analyst|observer|researcher|scholar|professor|political scientist|"
    r"scientist|economist|historian|diplomat|politician|lawmaker|senator|minister|president|"
    r"official|spokesman|spokeswoman|lawyer|author|specialist|academic|orientalist)"
)
ENGLISH = Wording(
    report="According to {outlet}, {text}",
    the_article="the article",
    attributed=re.compile(
        starts(
            *(rf"{saying}\b" for saying in SAYING.split("|")),
            r"according to\b",
            r"in (?:his|her|their) (?:words|opinion|view)\b",
        )
    ),
    opener=re.compile(
        r"(?:(?:however|meanwhile|moreover|besides|furthermore|in addition|at the same time|also|"
        r"earlier|nevertheless|nonetheless|still|thus|therefore|in turn|on the other hand|"
        r"against this background|in this regard|needless to say|of course),\s+|"
        r"(?:and|but|so|yet)\s+)(?=\S)",
        re.IGNORECASE,
    ),
    pointing=re.compile(
        # Its first letter is plain, not one of any case: the engine leaps from one to the next.
        rf"[HSThst](?:(?<=^.)|(?<=, .))(?i:(?:(?<=h)e|(?<=s)he|(?<=t)h(?:e|is) {EPITHET})"
        rf"(?= (?:also |further )?(?:{SAYING})\b))"
    ),
    dangling=re.compile(
        r"(?:he|she|they|it|his|her|their|its|this|these|those|that|such|there)\b", re.IGNORECASE
    ),
    small=re.compile(
        r"(?:The|A|An|In|On|At|By|For|From|With|Under|After|Before|During|Since|If|When|While|"
        r"Although|Among|Another|One|Both|All|Some|Each|It|Its|This|These|That|Those|There|His|Her|Their|"
        r"As|Of|To|Over|More|Most|Many|Several|Two|Three|Four)\b"
    ),
)
RUSSIAN = Wording(
    report="По данным {outlet}, {text}",
    the_article="статьи",
    attributed=re.compile(
        starts(
            *"сказал заявил сообщил отметил подчеркнул пояснил добавил напомнил считает говорит "
            "рассказал указал уверен полагает написал подтвердил".split(),
            r"по (?:его |её |ее |их )?(?:словам|мнению|данным|оценк\w+|сообщени\w+)\b",
        )
    ),
    opener=re.compile(
        r"(?:(?:однако|между тем|кроме того|при этом|вместе с тем|впрочем|ранее|также|к тому же|"
        r"в свою очередь|таким образом|конечно|напротив),?\s+|(?:и|но|а|так что)\s+)(?=\S)",
        re.IGNORECASE,
    ),
    pointing=re.compile(
        r"(?P<start>^(?:он|она|(?:этот )?(?:эксперт|аналитик|политолог|учёный|ученый|специалист|"
        r"профессор|собеседник \w+)))(?= (?:также )?(?:сказал|заявил|сообщил|отметил|подчеркнул|"
        r"пояснил|добавил|напомнил|считает|говорит|рассказал|указал|полагает)\w*)",
        re.IGNORECASE,
    ),
    dangling=re.compile(
        r"(?:он|она|они|оно|его|её|ее|их|это|этот|эта|эти|такой|такая|такое|там)\b", re.IGNORECASE
    ),
    small=re.compile(
        r"(?:В|Во|На|По|С|Со|К|Из|За|От|До|Для|При|После|Перед|Если|Когда|Как|Это|Этот|Эта|Эти|Так|"
        r"Договор|Документ|Соглашение|Стороны|Обе|Оба|Один|Одна|Одно)\b"
    ),
)
KOREAN = Wording(
    report="{outlet}에 따르면 {text}",
    the_article="기사",
    attributed=re.compile(r"말했다|밝혔다|전했다|강조했다|설명했다|덧붙였다|보도했다|에 따르면"),
    opener=re.compile(r"(?:그러나|하지만|한편|또한|그리고),?\s+"),
    pointing=re.compile(r"(?P<start>^그는)(?!)"),
    dangling=re.compile(r"(?:그는|그녀는|이는|이것은|그것은)"),
    small=re.compile(r"(?!)"),
)
LANGUAGES = {"en": ENGLISH, "ru": RUSSIAN, "ko": KOREAN}
