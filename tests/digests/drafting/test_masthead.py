import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config import catalogue
from digests.drafting import masthead, sections

CATALOGUE = catalogue.load()
TODAY = dt.date(2026, 11, 22)
BODY = (
    "The two countries signed the agreement after talks that lasted for hours. No text was given."
)
HEADLINE = "Two countries sign an agreement after long talks"
FIELDS = "headline subheadline outlet place published author url".split()


def opened(source, today=TODAY):
    return masthead.read(sections.paragraphs(source), CATALOGUE, today)


def read(source, today=TODAY):
    """Give what a masthead says, without what it leaves open."""
    found = opened(source, today).masthead
    values = {name: getattr(found, name) for name in FIELDS}
    if found.published:
        values["published"] = found.published.isoformat()
    return {name: value for name, value in values.items() if value is not None}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("VIENNA, June 20. /TASS/. ", ("Vienna", "TASS", "2026-06-20")),
        ("MOSCOW, June 18 (Reuters) - ", ("Moscow", "Reuters", "2026-06-18")),
        ("SEOUL, Nov. 6 (Yonhap) -- ", ("Seoul", "Yonhap", "2026-11-06")),
        ("SEOUL, Dec. 6 (Yonhap) -- ", ("Seoul", "Yonhap", "2025-12-06")),
        ("PYONGYANG (Reuters) - ", ("Pyongyang", "Reuters", None)),
        ("WASHINGTON (AP) — ", ("Washington", "AP", None)),
        ("LONDON — ", ("London", None, None)),
        ("Pyongyang, July 4 (KCNA) -- ", ("Pyongyang", "KCNA", "2026-07-04")),
        ("SEOUL, South Korea (AP) — ", ("Seoul, South Korea", "AP", None)),
        ("(CNN) — ", (None, "CNN", None)),
        ("BERLIN, Germany - ", ("Berlin, Germany", None, None)),
        ("МОСКВА, 20 июня. /ТАСС/. ", ("Москва", "TASS", "2026-06-20")),
        ("СЕУЛ, 6 ноя - РИА Новости. ", ("Сеул", "RIA Novosti", "2026-11-06")),
        ("Москва. 20 июня. INTERFAX.RU - ", ("Москва", "Interfax", "2026-06-20")),
        ("MOSCOW. June 20 (Interfax) - ", ("Moscow", "Interfax", "2026-06-20")),
        ("(서울=연합뉴스) 홍길동 기자 = ", ("서울", "Yonhap", None)),
        ("[서울=뉴시스] 홍길동 기자 = ", ("서울", "뉴시스", None)),
        ("MOSCOW, June 18, 2024 (AFP) - ", ("Moscow", "AFP", "2024-06-18")),
        ("Vienna, 20 June 2024 – ", ("Vienna", None, "2024-06-20")),
        ("NEW YORK, June 18. /TASS/. ", ("New York", "TASS", "2026-06-18")),
        (
            "ST. PETERSBURG, June 6. /TASS Correspondent Ivan Petrov/. ",
            ("St. Petersburg", "TASS", "2026-06-06"),
        ),
        ("ROSTOV-ON-DON, June 6. /TASS/. ", ("Rostov-on-Don", "TASS", "2026-06-06")),
        ("MOSCOW/SEOUL, June 19 (Reuters) - ", ("Moscow/Seoul", "Reuters", "2026-06-19")),
        ("TOKYO, June 19 (Jiji Press)--", ("Tokyo", "Jiji Press", "2026-06-19")),
        ("MOSCOW, Jun 18 (PTI) ", ("Moscow", "PTI", "2026-06-18")),
        ("June 20 (UPI) -- ", (None, "UPI", "2026-06-20")),
        ("Astana (AFP) – ", ("Astana", "AFP", None)),
        ("ELLERY, Minn. – ", ("Ellery, Minn.", None, None)),
        ("SEOUL, Thursday, June 20 (Yonhap) -- ", ("Seoul", "Yonhap", "2024-06-20")),
    ],
)
def test_a_dateline_is_read_and_cut_off(line, expected):
    source = f"{HEADLINE}\n\n{line}{BODY}"

    found = opened(source)

    day = found.masthead.published
    assert (found.masthead.place, found.masthead.outlet, day and day.isoformat()) == expected
    assert found.masthead.headline == HEADLINE
    assert [paragraph.text for paragraph in found.body] == [BODY]
    assert source[found.body[0].start : found.body[0].end] == BODY


@pytest.mark.parametrize(
    "beginning",
    [
        "NATO — the alliance — ",
        "On June 18 — a Tuesday — ",
        "Lee Jae-myung (Democratic Party) - ",
        "Putin (left) and Kim (right) — ",
        "Article 4 (mutual assistance) - ",
        "In 2024 (June 18) ",
        "WALLACE: ",
        "He/she/they ",
    ],
)
def test_what_only_looks_like_a_dateline_stays(beginning):
    [paragraph] = opened(f"{beginning}{BODY}").body

    assert paragraph.text == f"{beginning}{BODY}"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param("By Jane Roe", {"author": "Jane Roe"}, id="byline"),
        pytest.param("By JANE ROE", {"author": "Jane Roe"}, id="capitals"),
        pytest.param(
            "By Jane Roe and John Doe, Staff Writer",
            {"author": "Jane Roe and John Doe"},
            id="two, and a role",
        ),
        pytest.param(
            "By Saskia van Houten, Piers Lockyer",
            {"author": "Saskia van Houten, Piers Lockyer"},
            id="a comma",
        ),
        pytest.param("Jane Roe, Political Correspondent", {"author": "Jane Roe"}, id="role"),
        pytest.param(
            "By JANE ROE, Associated Press",
            {"author": "Jane Roe", "outlet": "AP"},
            id="with the outlet",
        ),
        pytest.param("By Reuters Staff", {"outlet": "Reuters"}, id="an agency signs"),
        pytest.param("Автор: Мария Залесская", {"author": "Мария Залесская"}, id="Russian"),
        pytest.param("홍길동 기자", {"author": "홍길동"}, id="Korean"),
        pytest.param(
            "Jane Roe\n12 June 2024",
            {"author": "Jane Roe", "published": "2024-06-12"},
            id="a bare name",
        ),
        pytest.param("June 20, 2024", {"published": "2024-06-20"}, id="American date"),
        pytest.param("Thursday, 20 June 2024", {"published": "2024-06-20"}, id="with weekday"),
        pytest.param("2024-06-20T10:30:00Z", {"published": "2024-06-20"}, id="ISO"),
        pytest.param("20.06.2024, 10:30", {"published": "2024-06-20"}, id="with stops"),
        pytest.param("20/06/2024", {"published": "2024-06-20"}, id="slashes, unambiguous"),
        pytest.param("05/06/2024", {}, id="slashes, ambiguous"),
        pytest.param(
            "05/06/2024\nUpdated: 6 June 2024",
            {"published": "2024-06-06"},
            id="not confirmed by another day",
        ),
        pytest.param("20 июня 2024, 10:30", {"published": "2024-06-20"}, id="Russian date"),
        pytest.param(
            "기사입력 2024년 6월 20일 오전 10:30", {"published": "2024-06-20"}, id="Korean"
        ),
        pytest.param("Jun 20, 2024 at 4:30 p.m. EDT", {"published": "2024-06-20"}, id="hour"),
        pytest.param(
            "Published: 12 May 2024 09:14 | Updated: 15 May 2024 18:02",
            {"published": "2024-05-12"},
            id="published and updated",
        ),
        pytest.param(
            "Published: 28 November 2024 - 18:22Modified: 29 November 2024 - 19:05",
            {"published": "2024-11-28"},
            id="run together",
        ),
        pytest.param(
            "Updated 15 May 2024\nPublished 12 May 2024",
            {"published": "2024-05-12"},
            id="updated first",
        ),
        pytest.param("Updated: 15 May 2024", {"published": "2024-05-15"}, id="only updated"),
        pytest.param(
            "PUBLISHED: 04:12 EST, 3 June 2014", {"published": "2014-06-03"}, id="tabloid"
        ),
        pytest.param(
            "March 4, 2025 3:12 PM GMT+2 · Updated 2 hours ago",
            {"published": "2025-03-04"},
            id="how long ago",
        ),
        pytest.param(
            "By Jane Roe | June 20, 2024 | 5 min read",
            {"author": "Jane Roe", "published": "2024-06-20"},
            id="all in a line",
        ),
        pytest.param(
            "Yonhap News Agency, June 20, 2024",
            {"outlet": "Yonhap", "published": "2024-06-20"},
            id="outlet and date",
        ),
        pytest.param(
            "www.kcna.kp (2025.06.19.)",
            {"outlet": "KCNA", "published": "2025-06-19"},
            id="a host and a date",
        ),
        pytest.param("Source: TASS", {"outlet": "TASS"}, id="source"),
        pytest.param("Источник: ТАСС", {"outlet": "TASS"}, id="Russian source"),
        pytest.param("© 2024 Yonhap", {"outlet": "Yonhap"}, id="copyright"),
        pytest.param("© Reuters", {}, id="the credit of a picture"),
        pytest.param("© 2024 Getty Images", {}, id="pictures for sale"),
        pytest.param("The Daily Example", {"outlet": "The Daily Example"}, id="a newspaper"),
        pytest.param(
            "Special to The Lakeland Examiner",
            {"outlet": "The Lakeland Examiner"},
            id="special to",
        ),
        pytest.param(
            "https://tass.com/world/1805993",
            {"url": "https://tass.com/world/1805993", "outlet": "TASS"},
            id="address",
        ),
        pytest.param(
            "https://sputnikglobe.com/20241015/pact-1120562604.html",
            {
                "url": "https://sputnikglobe.com/20241015/pact-1120562604.html",
                "outlet": "Sputnik",
                "published": "2024-10-15",
            },
            id="a date in an address",
        ),
        pytest.param(
            "https://blog.example/pact",
            {"url": "https://blog.example/pact"},
            id="an address nobody knows",
        ),
        pytest.param("December 28, 2027", {}, id="a date that lies ahead"),
        pytest.param("By the numbers", {"subheadline": None}, id="no byline"),
    ],
)
def test_lines_under_the_headline(lines, expected):
    found = read(f"{HEADLINE}\n\n{lines}\n\n{BODY}")

    wanted = {"headline": HEADLINE, **expected}
    assert found == {name: value for name, value in wanted.items() if value is not None}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(BODY, {}, id="text alone"),
        pytest.param(f"{HEADLINE}\n\n{BODY}", {"headline": HEADLINE}, id="a headline"),
        pytest.param(
            f"{HEADLINE}\n\nNews\n\n{HEADLINE}\n\n{BODY}",
            {"headline": HEADLINE},
            id="a headline twice",
        ),
        pytest.param(
            f"All news\n\n{HEADLINE}\n\n{BODY}", {"headline": HEADLINE}, id="litter first"
        ),
        pytest.param(f"Biology\n\n{HEADLINE}\n\n{BODY}", {"headline": HEADLINE}, id="a rubric"),
        pytest.param(
            f"{HEADLINE} - Yonhap News Agency\n\n{BODY}",
            {"headline": HEADLINE, "outlet": "Yonhap"},
            id="a site behind it",
        ),
        pytest.param(
            f"{HEADLINE} | Reuters\n\n{BODY}",
            {"headline": HEADLINE, "outlet": "Reuters"},
            id="a site behind a bar",
        ),
        pytest.param(
            f"{HEADLINE} — KCNA\n\n{BODY}", {"headline": f"{HEADLINE} — KCNA"}, id="who is quoted"
        ),
        pytest.param(
            f"{HEADLINE} - KCNA\n\nMOSCOW, June 18, 2024. /TASS/. {BODY}",
            {
                "headline": f"{HEADLINE} - KCNA",
                "outlet": "TASS",
                "place": "Moscow",
                "published": "2024-06-18",
            },
            id="who is quoted, by the dateline",
        ),
        pytest.param(
            f"{HEADLINE}\n\nIt took three years to get there\n\n{BODY}",
            {"headline": HEADLINE, "subheadline": "It took three years to get there"},
            id="a subheadline",
        ),
        pytest.param(
            f"{HEADLINE}\n\nIt took years. Nobody knows why.\n\nBy Jane Roe\n\n{BODY}",
            {
                "headline": HEADLINE,
                "author": "Jane Roe",
                "subheadline": "It took years. Nobody knows why.",
            },
            id="a subheadline of sentences",
        ),
        pytest.param(
            f"GULL SOUND MONTHLY\n\n{HEADLINE}\n\n{BODY}",
            {"headline": HEADLINE, "outlet": "Gull Sound Monthly"},
            id="a site's name",
        ),
        pytest.param(
            f"Тихоокеанский курьер\n\nДоговор, который начинается с таможни\n\n{BODY}",
            {
                "headline": "Договор, который начинается с таможни",
                "outlet": "Тихоокеанский курьер",
            },
            id="a site's name in Russian",
        ),
        pytest.param(
            f"World News\n\n{HEADLINE}\n\n{BODY}", {"headline": HEADLINE}, id="a section"
        ),
        pytest.param(
            f"{HEADLINE}\n\n{BODY}\n\nSource: https://www.interfax.ru/russia/0",
            {
                "headline": HEADLINE,
                "outlet": "Interfax",
                "url": "https://www.interfax.ru/russia/0",
            },
            id="an address at the end",
        ),
        pytest.param(
            f"{HEADLINE}\n\n{BODY}\n\n© 2024 AFP",
            {"headline": HEADLINE, "outlet": "AFP"},
            id="a copyright at the end",
        ),
        pytest.param(
            f"Title: {HEADLINE}\nDate: 2024-06-20\nSource: TASS\nAuthor: Jane Roe\n\n{BODY}",
            {
                "headline": HEADLINE,
                "published": "2024-06-20",
                "outlet": "TASS",
                "author": "Jane Roe",
            },
            id="fields",
        ),
        pytest.param(
            f"“It is unique,” Artyom Lukin told Sputnik, commenting on the pact. {BODY}",
            {"outlet": "Sputnik"},
            id="told the outlet",
        ),
        pytest.param(
            f"“It is unique,” he told the Puls 24 TV channel. {BODY}", {}, id="told somebody else"
        ),
        pytest.param(f"He told Sputnik so. {BODY} He told Reuters the same.", {}, id="told two"),
        pytest.param(
            f"MOSCOW, June 18, 2024. /TASS/. He told Reuters so. {BODY}",
            {"outlet": "TASS", "place": "Moscow", "published": "2024-06-18"},
            id="the dateline outweighs that",
        ),
        pytest.param(f"On 20 June 2024 they met. {BODY}", {}, id="a date in the text"),
        pytest.param(
            f"Transcript: Sen. Hollis Brandt on Capital Hour, July 13, 2025\n\n{BODY}",
            {
                "headline": "Transcript: Sen. Hollis Brandt on Capital Hour, July 13, 2025",
                "published": "2025-07-13",
            },
            id="a transcript's title",
        ),
        pytest.param(
            f"{HEADLINE} By Jane Roe Pennock Valley Times May 29, 2025 | 5:47 pm {BODY * 3}",
            {
                "headline": HEADLINE,
                "author": "Jane Roe",
                "published": "2025-05-29",
                "outlet": "Pennock Valley Times",
            },
            id="no line ends",
        ),
        pytest.param(
            f"All news {HEADLINE} MOSCOW, June 18, 2024. /TASS/. {BODY * 3}",
            {"outlet": "TASS", "place": "Moscow", "published": "2024-06-18"},
            id="no line ends, a dateline",
        ),
        pytest.param(
            f"By . Jane Roe . PUBLISHED: . 04:12 EST, 3 June 2014 . | . UPDATED: . "
            f"05:00 EST, 4 June 2014 . {BODY * 3}",
            {"author": "Jane Roe", "published": "2014-06-03"},
            id="a tabloid's stops",
        ),
        pytest.param(
            f"FEBRUARY 2025\n\n{HEADLINE}\n\n{BODY}", {"headline": HEADLINE}, id="a month"
        ),
        pytest.param("Just a few words", {}, id="nothing but a line"),
        pytest.param(
            f"• The first point\n• The second\n\n{BODY}", {}, id="points and no headline"
        ),
        pytest.param(
            f"Source: Reuters/Ipsos poll, 2024\n\n{BODY}", {}, id="the source of figures"
        ),
        pytest.param(
            f"{HEADLINE}\n\nJune 20, 20244:12 AM EDT\n\n{BODY}",
            {"headline": HEADLINE, "published": "2024-06-20"},
            id="an hour run into the year",
        ),
        pytest.param(
            f"{HEADLINE}\n\nMOSCOW, June 18, 2024. /TASS/.\n\n{BODY}",
            {"headline": HEADLINE, "outlet": "TASS", "place": "Moscow", "published": "2024-06-18"},
            id="a dateline on a line of its own",
        ),
        pytest.param("", {}, id="nothing"),
    ],
)
def test_whole_texts(source, expected):
    assert read(source) == expected


SIGNED = "The treaty on comprehensive strategic partnership was signed."


@pytest.mark.parametrize(
    ("dateline", "text", "today", "expected", "note"),
    [
        pytest.param(
            "June 20",
            "Kim came in September 2023.",
            "2026-11-22",
            "2024-06-20",
            "inferred from “September 2023”",
            id="the year after the past",
        ),
        pytest.param(
            "June 20",
            "He was there in September 2024.",
            "2026-11-22",
            "2025-06-20",
            "inferred from “September 2024”",
            id="the year after that",
        ),
        pytest.param(
            "June 20",
            "They met on June 18, 2024.",
            "2026-11-22",
            "2024-06-20",
            "inferred from “June 18, 2024”",
            id="days after a full date",
        ),
        pytest.param(
            "June 19",
            "It was signed a year ago, on June 19, 2024.",
            "2026-11-22",
            "2025-06-19",
            "inferred from “June 19, 2024”",
            id="an anniversary",
        ),
        pytest.param(
            "June 18",
            "It was announced on Monday, June 17.",
            "2026-11-22",
            "2024-06-18",
            "inferred from the weekday",
            id="a weekday and a day",
        ),
        pytest.param(
            "June 18",
            SIGNED,
            "2026-11-22",
            "2024-06-18",
            "the treaty named",
            id="an event of the treaty",
        ),
        pytest.param(
            "June 18",
            "Договора о всеобъемлющем стратегическом партнерстве ждут.",
            "2026-11-22",
            "2024-06-18",
            "the treaty named",
            id="the treaty in Russian",
        ),
        pytest.param(
            "June 20", "They met.", "2026-11-22", "2026-06-20", "the latest", id="latest"
        ),
        pytest.param(
            "December 28",
            "They met.",
            "2025-01-04",
            "2024-12-28",
            "the latest",
            id="the year has turned",
        ),
        pytest.param(
            "June 20",
            "It was founded in May 1961.",
            "2026-11-22",
            "2026-06-20",
            "the latest",
            id="the distant past says little",
        ),
        pytest.param(
            "June 20",
            "It is valid until December 2025.",
            "2024-07-01",
            "2024-06-20",
            "the latest",
            id="what lies ahead says nothing",
        ),
    ],
)
def test_a_missing_year_is_inferred_and_the_note_says_how(dateline, text, today, expected, note):
    source = f"MOSCOW, {dateline}. /TASS/. {BODY} {text}"

    found = opened(source, dt.date.fromisoformat(today)).masthead

    assert found.published == dt.date.fromisoformat(expected)
    assert note in found.date_note
    assert len(found.date_note) <= 300


def test_a_full_date_needs_no_note():
    assert opened(f"{HEADLINE}\n\n20 June 2024\n\n{BODY}").masthead.date_note is None


def test_an_ambiguous_date_is_settled_by_another():
    assert read(f"{HEADLINE}\n\n08/06/2024\n\nMOSCOW, June 8. /TASS/. {BODY}")["published"] == (
        "2024-06-08"
    )


def test_litter_over_and_under_the_text_is_dropped():
    found = opened(f"All news\n\n{HEADLINE}\n\nShare\n\n{BODY}\n\n.\nupstairs")

    assert found.dropped == ["All news", "Share", ".", "upstairs"]
    assert [paragraph.text for paragraph in found.body] == [BODY]


PIECES = st.sampled_from(
    [
        HEADLINE,
        BODY,
        "\n",
        "\n\n",
        "\r\n",
        "MOSCOW, June 18. /TASS/. ",
        "By Jane Roe",
        "Share",
        "© 2024 ",
        "Source: ",
        "https://[",
        "http://tass.com/20249999/x",
        "(서울=연합뉴스) ",
        "20 June 2024",
        "05/06/2024",
        "Updated: ",
        "June 2024",
        "“",
        '"',
        "told Reuters",
        " | ",
        " - ",
        "TASS",
        "By . Agency . PUBLISHED: .",
    ]
)


@given(
    source=st.lists(PIECES | st.text(max_size=10), max_size=25).map("".join),
    today=st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2090, 1, 1)),
)
def test_nothing_makes_it_fail_and_offsets_stay_true(source, today):
    found = opened(source, today)

    end = 0
    for paragraph in found.body:
        assert source[paragraph.start : paragraph.end].translate(sections.SPACES) == paragraph.text
        assert paragraph.start >= end
        end = paragraph.end
    published = found.masthead.published
    assert published is None or published <= today + dt.timedelta(days=1)
    assert all(text in "".join(source).translate(sections.SPACES) for text in found.dropped)


@pytest.mark.parametrize(
    "filling", ['"', "“”", "\n", "1", "1 ", "A. ", "MOSCOW, ", "/", "(", "told A "]
)
def test_a_megabyte_of_anything_is_read_at_once(filling):
    source = filling * (1_000_000 // len(filling))
    start = time.thread_time()

    opened(source)

    assert time.thread_time() - start < 1
