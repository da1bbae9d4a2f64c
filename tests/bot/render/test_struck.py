import datetime as dt

from editing import BOT, an_article, content, edition, many, shown, text
from hypothesis import given
from hypothesis import strategies as st

from bot.render import pages
from bot.render.language import Languages
from bot.typesetter import Typesetter
from config import catalogue as catalogues
from digests.models import Quote
from digests.press import Struck

TYPESETTER = Typesetter(catalogues.load(), Languages(), BOT)
DAY = dt.date(2026, 12, 3)
SAID = (Quote(text="the two sides will give each other help with all they have"),)
TASS = an_article("tass", headline="Pact signed", outlet="TASS", summary="It was.", quotes=SAID)
NHK = an_article("nhk", headline="Pact agreed", outlet="NHK", quotes=SAID)
LATER = an_article("later", headline="Allies confer", outlet="Yonhap", summary="They do.")


def typeset(*articles, brief=False):
    return TYPESETTER.edition(edition(*articles), "en", brief=brief, body=12)


def struck(part, article, reason="The interview never took place."):
    return TYPESETTER.struck(part, Struck(article, DAY, reason), "en")


def test_word_of_it_stands_in_the_place_of_an_article():
    (part,) = typeset(TASS, LATER)

    after = struck(part, TASS)

    assert dict(shown(after)) == {
        "tass": (
            "Retracted on 3 December 2026: Pact signed (TASS). "
            "Reason: The interview never took place."
        ),
        "later": dict(shown(part))["later"],
    }
    assert "It was." not in text(after).plain
    assert [mark.kind for mark in text(after).marks if mark.kind == "italic"] == ["italic"]


def test_the_other_outlets_of_a_story_stay():
    (part,) = typeset(TASS, NHK)
    leading, other = (NHK, TASS) if part.shows[0].article == "nhk" else (TASS, NHK)

    after = text(struck(part, leading)).plain

    assert f"Reason: The interview never took place.\nAlso in: {other.outlet}" in after


def test_another_outlet_of_a_story_is_marked_where_it_is_named():
    (part,) = typeset(TASS, NHK)
    other = NHK if part.shows[0].article == "tass" else TASS

    after = struck(part, other)

    assert "(retracted)" in dict(shown(after))[other.id]
    assert "Reason" not in text(after).plain


def test_what_nobody_entitled_is_named_by_its_outlet():
    nameless = an_article("nameless", summary="Something.")
    (part,) = typeset(nameless)

    assert "Untitled, outlet not identified, date not known (outlet not identified)" in (
        text(struck(part, nameless)).plain
    )


def test_the_button_and_all_else_stays_as_it_was():
    (part,) = typeset(TASS, LATER, brief=True)

    before, after = content(part), content(struck(part, TASS))

    assert {name for name in before if before[name] != after[name]} == {"text", "entities"}


def test_an_article_that_is_not_shown_changes_nothing():
    (part,) = typeset(TASS)

    assert struck(part, LATER) == part


def test_a_notice_says_it_in_a_message_of_its_own():
    part = TYPESETTER.notice(Struck(TASS, DAY, "It never took place."), "en")

    assert text(part).plain == (
        "Retracted on 3 December 2026: Pact signed (TASS). Reason: It never took place."
    )


@given(many, st.booleans(), st.text("xж😀 ", max_size=300), st.randoms())
def test_a_struck_message_is_sound_and_all_else_in_it_is_kept(articles, brief, reason, random):
    by_id = {article.id: article for article in articles}
    for part in typeset(*articles, brief=brief):
        gone = [by_id[one.article] for one in part.shows if random.random() < 0.5]
        after = part
        for article in gone:
            after = struck(after, article, reason)
        kept = [pair for pair in shown(part) if by_id[pair[0]] not in gone]

        assert text(after).width <= pages.LONGEST
        assert len(text(after).marks) <= pages.MOST_MARKS
        assert [one.article for one in after.shows] == [one.article for one in part.shows]
        assert [pair for pair in shown(after) if by_id[pair[0]] not in gone] == kept


@given(many, st.randoms())
def test_what_is_struck_twice_is_struck_once(articles, random):
    part = random.choice(typeset(*articles))
    id_ = random.choice(part.shows).article
    article = next(one for one in articles if one.id == id_)

    once = struck(part, article)

    assert struck(once, article) == once
