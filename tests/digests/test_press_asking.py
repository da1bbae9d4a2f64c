from pressing import MINUTE, NHK, SLOT, TASS, Plain, letters, release, subscribe
from writing import NOW, a_quote, ids

from config import catalogue as catalogues
from digests import press
from digests.models import Filter
from digests.press import Wanted

CATALOGUE = catalogues.load()


def publish(library, *ids, now=NOW, **given):
    release(CATALOGUE, library, *ids, now=now, **given)


def wanted(**given):
    day = NOW.date()
    return Wanted(
        **(
            {"filter": Filter(), "language": "en", "brief": False, "first": day, "last": day}
            | given
        )
    )


def test_an_edition_can_be_had_at_once_and_moves_nothing(library):
    mine = subscribe(library, 7)
    publish(library, "a", "b")
    publish(library, "c", outlet="NHK")

    asked = press.wanted(mine, library.chats.get(7), SLOT)
    printed_now = press.compose_now(library, asked, SLOT, Plain())

    assert [one.article for part in printed_now.parts for one in part.shows] == ["b", "a"]
    assert library.subscriptions.get(mine.id) == mine
    assert letters(library) == []
    assert library.bodies.get(printed_now.body).filter == TASS


def test_what_is_had_at_once_is_kept_once(library):
    publish(library, "a")

    first = press.compose_now(library, wanted(), NOW, Plain())
    second = press.compose_now(library, wanted(), NOW + MINUTE, Plain())

    assert first == second


def test_where_nothing_is_new_there_is_none(library):
    publish(library, "a")

    assert press.compose_now(library, wanted(filter=NHK), NOW, Plain()) is None
    assert press.preview(library, wanted(filter=NHK)) is None
    assert press.nothing(wanted(filter=NHK)).stories == ()


def test_a_preview_keeps_nothing(library):
    publish(library, "a")

    edition = press.preview(library, wanted())

    assert ids(story.article for story in edition.stories) == ["a"]
    assert library.bodies.get(1) is None


def test_who_speaks_for_the_first_time_is_named(library):
    publish(library, "a", quotes=(a_quote("Yes.", speaker="Roman Lobov"),))
    mine = subscribe(library, 7)
    both = (a_quote("No.", speaker="Roman Lobov"), a_quote("Well.", speaker="Artyom Lukin"))
    publish(library, "b", quotes=both)

    asked = press.wanted(mine, None, NOW)

    assert press.preview(library, asked).debuts == ("Artyom Lukin",)


def test_an_edition_asked_for_by_days_says_of_nobody_that_they_speak_for_the_first_time(library):
    publish(library, "a", published=NOW.date(), quotes=(a_quote("Yes.", speaker="Roman Lobov"),))

    edition = press.preview(library, wanted(filter=Filter(since=NOW.date())))

    assert (len(edition.stories), edition.debuts) == (1, ())


def test_a_speaker_asked_for_is_found_by_any_name(library):
    publish(library, "long", quotes=tuple(a_quote(f"{n}.", speaker="Anna A") for n in range(5)))
    lukin = (a_quote("Да.", speaker="Артём Лукин"),)
    publish(library, "his", quotes=(a_quote("First.", speaker="Anna A"), *lukin))
    (speaker,) = library.speakers.called(["лукин"]).speakers

    edition = press.preview(library, wanted(filter=Filter(speakers=(speaker.slug,))))

    assert [(story.article.id, story.best) for story in edition.stories] == [("his", *lukin)]
