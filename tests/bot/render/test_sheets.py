"""Editions as messages; run as a script this writes those in ``editions`` anew."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest
from editing import (
    BOT,
    FIRST,
    LAST,
    an_article,
    content,
    edition,
    many,
    printed,
    seeds,
    shown,
    text,
)
from hypothesis import given
from hypothesis import strategies as st

from bot.render import labels, pages
from bot.render.language import Languages
from bot.stand_in.telegram import StandIn
from bot.typesetter import Typesetter
from config import catalogue as catalogues
from digests.editions import Asked, nothing
from digests.models import Count, Filter, Quote, Reprint

FOLDER = Path(__file__).parent / "editions"
CATALOGUE = catalogues.load()
LANGUAGES = Languages()
TYPESETTER = Typesetter(CATALOGUE, LANGUAGES, BOT)
ALL = Asked(filter=Filter(), first=FIRST, last=LAST)
NAMES = ("Konstantin Asmolov", "Roman Lobov", "Gerhard Mangott", "Artyom Lukin")
WORDS = "the two sides will give each other help with all the means they have"


def typeset(composed, *, brief=False, body=12):
    return TYPESETTER.edition(composed, "en", brief=brief, body=body)


def said(text_, **given):
    return Quote(text=text_, **({"speaker": "Artyom Lukin"} | given))


def button(part):
    ((found,),) = json.loads(content(part)["reply_markup"])["inline_keyboard"]
    return found


def leads(composed, parts):
    """Give the stories whose leading article stands in the messages, in the order they do."""
    told = {story.article.id: story for story in composed.stories}
    return [told[one.article] for part in parts for one in part.shows if one.article in told]


def joined():
    """Compose an edition of one story in three outlets, and of another treaty's."""
    lukin = said(WORDS, affiliation="Far Eastern Federal University", kind="fragment")
    return edition(
        an_article(
            "tass",
            headline="Treaty is an alliance, expert says",
            outlet="TASS",
            published=dt.date(2026, 12, 1),
            url="https://tass.com/world/1",
            clauses=("assistance",),
            summary="An expert says what he thinks.",
            quotes=(lukin,),
            also_in=(Reprint(outlet="Yonhap", url="https://yna.co.kr/1"),),
        ),
        an_article(
            "sputnik",
            outlet="Sputnik",
            published=dt.date(2026, 11, 30),
            url="https://sputnikglobe.com/1",
            quotes=(said(WORDS),),
        ),
        an_article("nobody", quotes=(said(WORDS),)),
        an_article("nato", treaty="north-atlantic-1949", headline="Allies confer", outlet="NHK"),
    )


EDITIONS = {
    "seeds": lambda: typeset(edition(*seeds(CATALOGUE), debuts=NAMES)),
    "seeds_brief": lambda: typeset(edition(*seeds(CATALOGUE), debuts=NAMES), brief=True),
    "seeds_on_a_clause": lambda: typeset(
        edition(
            *seeds(CATALOGUE)[:1],
            narrowing=Filter(
                clauses=("russia-dprk-2024:assistance",), speaker_names=("Artyom Lukin",)
            ),
        )
    ),
    "one_story_in_several_outlets": lambda: typeset(joined()),
    "too_many": lambda: typeset(
        edition(
            *(
                an_article(
                    f"a-{n}",
                    headline=f"Headline {n}",
                    outlet="TASS",
                    published=dt.date(2026, 12, 1),
                    summary="What it says, at some length. " * 30,
                )
                for n in range(1, 15)
            )
        )
    ),
    "nothing_new": lambda: typeset(nothing(ALL)),
}


@pytest.mark.parametrize("name", EDITIONS)
def test_an_edition_reads_as_was_agreed(name):
    assert printed(*EDITIONS[name]()) == (FOLDER / f"{name}.txt").read_text("utf-8")


def test_headlines_and_names_stand_out_and_words_of_others_are_set_apart():
    (first, _) = EDITIONS["seeds"]()
    kinds = [(text(first).plain[m.start : m.end], m.kind) for m in text(first).marks]

    assert ("Russia-DPRK treaty (2024)", "bold") in kinds
    assert ("Untitled, Sputnik, 15 October 2024", "bold") in kinds
    assert ("Artyom Lukin", "bold") in kinds
    assert ("source", "text_link") in kinds
    assert [words[:2] for words, kind in kinds if kind == "blockquote"] == ["“W", "“T", "“W"]


def test_a_long_quote_is_folded_until_it_is_tapped():
    (part,) = typeset(edition(an_article(quotes=(said("They agreed on much. " * 30),))))

    assert [m.kind for m in text(part).marks if "quote" in m.kind] == ["expandable_blockquote"]


def test_each_article_of_a_story_is_known_by_the_place_it_stands_at():
    (part,) = EDITIONS["one_story_in_several_outlets"]()

    assert [(id_, words.split("\n")[0]) for id_, words in shown(part)] == [
        ("tass", "Treaty is an alliance, expert says"),
        ("sputnik", "Sputnik (state-affiliated), 30 November 2026"),
        ("nobody", "outlet not identified"),
        ("nato", "Allies confer"),
    ]


def test_further_quotes_are_read_in_the_article():
    (part,) = typeset(edition(an_article(quotes=(said("Yes."), said("No."), said("Maybe.")))))
    links = [mark.url for mark in text(part).marks if mark.kind == "text_link"]

    assert "2 more quotes" in text(part).plain
    assert links == [f"https://t.me/{BOT}?start=article_a-1"]


def test_of_many_clauses_three_are_named_and_the_others_counted():
    slugs = ("assistance", "consultation", "preamble", "world-order", "no-such")
    (part,) = typeset(edition(an_article(clauses=slugs)))

    assert "Article 4, Article 3, Preamble, 2 more clauses" in text(part).plain


def test_what_does_not_fit_is_counted_and_a_button_leads_to_it():
    parts = EDITIONS["too_many"]()
    last = text(parts[-1]).plain

    assert len(parts) == 3
    assert "more articles did not fit." in last
    assert button(parts[-1]) == {
        "text": "Read all of it",
        "url": f"https://t.me/{BOT}?start=q_ZWRpdGlvbiAxMg",
    }
    assert all("reply_markup" not in content(part) for part in parts[:-1])


def test_where_nothing_is_kept_there_is_no_button():
    (part,) = typeset(edition(an_article()), brief=True, body=0)

    assert "reply_markup" not in content(part)


def test_a_brief_edition_is_one_message_with_a_button_to_the_whole():
    (part,) = EDITIONS["seeds_brief"]()

    assert button(part)["text"] == "Read all of it"
    assert [words.count("\n") for _, words in shown(part)] == [1] * 5


@pytest.mark.parametrize(
    ("outlets", "words"),
    [
        pytest.param(["NHK"], "1 article\n", id="one article, which says it itself"),
        pytest.param([None, None], "2 articles\n", id="not identified"),
        pytest.param(["NHK", None], "2 articles · 1 outlet\n", id="one"),
        pytest.param(
            ["TASS", "TASS"], "2 articles · 1 outlet, state-affiliated\n", id="a state's"
        ),
        pytest.param(
            ["TASS", "NHK", "NHK"],
            "3 articles · 2 outlets, 1 of them state-affiliated\n",
            id="several",
        ),
    ],
)
def test_the_head_counts_outlets_and_how_many_are_affiliated(outlets, words):
    articles = [an_article(f"a-{n}", outlet=name) for n, name in enumerate(outlets)]
    (part,) = typeset(edition(*articles))

    assert text(part).plain.splitlines(keepends=True)[1] == f"1–2 December 2026 · {words}"


def test_a_period_within_one_day_is_that_day():
    empty = nothing(Asked(filter=Filter(), first=LAST, last=LAST))

    assert text(typeset(empty)[0]).plain.startswith("2 December 2026: nothing new")


def test_the_days_asked_for_are_the_period_and_no_limit():
    (part,) = typeset(edition(an_article(), narrowing=Filter(since=FIRST, until=LAST)))

    assert "Only" not in text(part).plain


def test_where_the_newest_alone_were_weighed_their_outlets_are_not_counted():
    composed = edition(an_article(outlet="TASS"), total=1_000)
    (part,) = typeset(composed)

    assert "1,000 articles\n" in text(part).plain
    assert "999 more articles did not fit." in text(part).plain


def test_more_than_is_counted_is_said_to_be_over_that():
    composed = edition(an_article())
    (part,) = typeset(replace(composed, total=Count(number=1_000, capped=True)))

    assert "over 1,000 articles" in text(part).plain
    assert "over 999 more articles did not fit." in text(part).plain


@given(many, st.booleans(), st.integers(0, 50))
def test_every_message_is_within_what_telegram_takes(articles, brief, further):
    composed = edition(*articles, total=len(articles) + further, debuts=("x" * 300,) * 9)
    parts = typeset(composed, brief=brief)
    world = StandIn(now=lambda: dt.datetime(2026, 12, 2, tzinfo=dt.UTC))
    world.person(7, "Reader")

    assert 1 <= len(parts) <= (1 if brief else 3)
    for part in parts:
        assert 0 < text(part).width <= pages.LONGEST
        assert len(text(part).marks) <= pages.MOST_MARKS
        sent = world.respond("sendMessage", {"chat_id": 7, **content(part)})
        assert sent.payload["ok"], sent


@given(many, st.booleans(), st.integers(0, 50))
def test_every_story_stands_in_one_message_once_or_is_counted_as_left(articles, brief, further):
    composed = edition(*articles, total=len(articles) + further)
    parts = typeset(composed, brief=brief)
    told = leads(composed, parts)
    left = composed.left(len(told)).number
    foot = text(parts[-1]).plain

    assert told == list(composed.stories[: len(told)])
    assert told
    assert (f"{left} more article" in foot and "did not fit" in foot) == (left > 0)


@given(many, st.booleans())
def test_where_an_article_is_said_to_stand_it_stands(articles, brief):
    by_id = {article.id: article for article in articles}
    composed = edition(*articles)
    leading = {story.article.id for story in composed.stories}

    for part in typeset(composed, brief=brief):
        for id_, words in shown(part):
            article = by_id[id_]
            outlet = labels.outlet(article.outlet, CATALOGUE, LANGUAGES.english).plain
            headline = labels.headline(article, CATALOGUE, LANGUAGES.english).plain
            beginning = headline if id_ in leading else outlet
            assert words.startswith(beginning)
            assert ("\n" in words) == (id_ in leading)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, make in EDITIONS.items():
        (FOLDER / f"{name}.txt").write_text(printed(*make()), encoding="utf-8")
