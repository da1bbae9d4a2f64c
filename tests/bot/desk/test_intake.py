"""What editors bring in by ``/load``, and what is turned away."""

import asyncio
import copy
import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import build
from bot.desk.pieces import Piece, joined
from bot.fetching.outcomes import Fetched, NotFetched, Obstacle
from bot.rehearsal import EDITOR_ID, OWNER_ID, rehearse
from bot.render import refusals
from bot.stand_in.happenings import pieces
from bot.stand_in.responses import RefusedError, bad_request
from bot.stand_in.texts import units
from digests import desk
from digests.errors import LibraryBusy
from digests.library.actions import Deed
from digests.models import Filter

LINK = "https://tass.com/politics/1805785"
ARTICLE = """\
Treaty is a kind of response to the West, expert says

VIENNA, June 20. /TASS/. "The treaty is a kind of response to the West," Gerhard Mangott, \
professor at the University of Innsbruck, told TASS on 20 June 2024.

The treaty between Russia and North Korea speaks of immediate military assistance. "That is a \
strong promise under Article 4," Mangott said."""
PARAGRAPH = """\


"Point {n} of the treaty between Russia and the DPRK binds both of them to a good deal," Mangott \
said in part {n} of a long talk about the promises that were made there and about those that were \
not made, nor will be."""
LONG = ARTICLE + "".join(PARAGRAPH.format(n=n) for n in range(1, 40))
PAGE = f"""<!doctype html><html><head><title>Response</title></head><body><article>{
    "".join(f"<p>{part}</p>" for part in ARTICLE.split(chr(10) * 2))
}</article></body></html>"""
RECORD = 'id = "ap-1"\ntreaty = "russia-dprk-2024"\nheadline = "Signed"\noutlet = "AP"\n'


async def settled(chat):
    """Let the bot's own work come to rest, the clock standing still."""
    apart = chat.house.application.bot_data["apart"].tasks
    sleeping = 0
    while apart and sleeping < 30:
        before = chat.house.services.clock.next_waking()
        await asyncio.wait(set(apart), timeout=0.01)
        sleeping = sleeping + 1 if before else 0


async def passed(chat, seconds=2):
    """Let time pass; give what the bot does meanwhile."""
    seen = len(chat.house.stand_in.events)
    for _ in range(10):
        await asyncio.sleep(0)
    chat.house.services.clock.advance(dt.timedelta(seconds=seconds))
    await settled(chat)
    return [event.content for event in chat.house.stand_in.events[seen:]]


def drafts(chat):
    return chat.house.services.library.drafts.open(99)[::-1]


def sources(chat):
    return [filed.draft.source for filed in drafts(chat)]


async def send(chat, content, name="a.txt", caption="", **given):
    update = chat.house.stand_in.document(
        chat.id, chat.person, name, content, caption, **{"mime_type": "text/plain"} | given
    )
    return await chat.feed(update)


async def reply_to(chat, update, text="/load"):
    """Answer a message, which the bot has not seen, with a command."""
    number = update["message"]["message_id"]
    return await chat.feed(
        chat.house.stand_in.message(chat.id, chat.person, text, reply_to=number)
    )


def forwarded(chat, text, **origin):
    """Forward a channel's post."""
    update = copy.deepcopy(chat.house.stand_in.message(chat.id, chat.person, text))
    update["message"]["forward_origin"] = {
        "type": "channel",
        "date": 1718877600,
        "chat": {"id": -1001, "type": "channel", "title": "TASS", "username": "tass_agency"},
        "message_id": 77,
    } | origin
    return update


@pytest.fixture
def pages():
    """Answer links without a network; give a way to say what each leads to."""
    known = {}

    async def fetch(link):
        await asyncio.sleep(0)
        return known.get(link, NotFetched(Obstacle.UNREACHABLE, link))

    fetch.known = known
    return fetch


@pytest.fixture
async def web(talk, staff, pages):
    """The editor's chat with a bot that fetches from *pages*."""
    async with talk(replace(staff, fetch=pages)) as chat:
        yield chat.of(EDITOR_ID)


async def test_a_text_after_the_command_becomes_a_draft_once_no_more_comes(editor):
    [asking] = await editor(f"/load {ARTICLE}")
    assert asking.labels == ["Done"]
    assert drafts(editor) == []

    [card] = await passed(editor)

    [filed] = drafts(editor)
    assert filed.draft.source == ARTICLE
    assert filed.by == str(EDITOR_ID)
    assert card["message_id"] == asking.message["message_id"]
    assert "Draft 1" in card["text"]
    assert "Gerhard Mangott (2)" in card["text"]


async def test_done_ends_the_waiting_at_once(editor):
    await editor("/load")
    await editor(ARTICLE)

    [card, _] = await editor.press("Done")

    assert (card.kind, "Draft 1" in card.text) == ("edited", True)
    assert sources(editor) == [ARTICLE]
    assert await passed(editor) == []
    assert len(drafts(editor)) == 1


async def test_done_after_the_text_was_read_says_so(editor):
    await editor("/load")
    [asking] = await editor(ARTICLE)
    await passed(editor)

    [notice] = await editor.forge("1d|gathered||||", asking)

    assert notice.kind == "notice"
    assert "not waiting for more" in notice.text
    assert len(drafts(editor)) == 1


async def test_an_article_in_several_messages_is_joined_as_it_was(editor):
    sent = pieces(LONG)
    assert len(sent) == 3

    await editor("/load")
    for piece in sent:
        await editor(piece)
        assert await passed(editor, 1) == []
    await passed(editor, 1)

    assert sources(editor) == [LONG]
    assert len(drafts(editor)[0].draft.quotes) == 41


async def test_pieces_are_put_in_the_order_of_their_messages(editor):
    world = editor.house.stand_in
    updates = [world.message(editor.id, editor.person, piece) for piece in pieces(LONG)]
    await editor("/load")

    for update in reversed(updates):
        await editor.feed(update)
    await passed(editor)

    assert sources(editor) == [LONG]


async def test_a_piece_that_comes_in_time_makes_the_others_wait_with_it(editor):
    await editor("/load")
    await editor(pieces(LONG)[0])
    await passed(editor, 1.5)
    await editor(pieces(LONG)[1])
    await passed(editor, 1.5)
    assert drafts(editor) == []

    await passed(editor, 0.5)

    assert len(drafts(editor)) == 1


async def test_two_editors_paste_at_once_and_neither_text_gets_into_the_other(owner, editor):
    await owner("/load")
    await editor("/load")
    await owner(ARTICLE)
    await editor(ARTICLE.replace("Mangott", "Roe"))
    await passed(editor)

    assert {filed.by: filed.draft.source for filed in drafts(editor)} == {
        str(OWNER_ID): ARTICLE,
        str(EDITOR_ID): ARTICLE.replace("Mangott", "Roe"),
    }


async def test_a_new_load_begins_a_text_of_its_own(editor):
    await editor(f"/load {ARTICLE}")
    await editor(f"/load {ARTICLE.replace('Mangott', 'Roe')}")
    await passed(editor)

    assert sorted(sources(editor)) == sorted([ARTICLE, ARTICLE.replace("Mangott", "Roe")])


async def test_cancel_puts_a_text_away(editor):
    await editor("/load")
    await editor(ARTICLE)

    [answer] = await editor("/cancel")

    assert "no longer wait" in answer.text
    assert await passed(editor) == []
    assert drafts(editor) == []


async def test_another_command_loses_nothing_of_a_text(editor):
    await editor("/load")
    await editor(ARTICLE)
    await editor("/drafts")
    await passed(editor)

    assert sources(editor) == [ARTICLE]


async def test_an_article_that_is_pasted_without_a_command_becomes_a_draft(editor):
    long = LONG[:5000].rstrip()
    first, *others = [await editor(piece) for piece in pieces(long)]
    assert first[0].labels == ["Done"]
    assert others == [[]]

    [card] = await passed(editor)

    assert sources(editor) == [long]
    assert card["message_id"] == first[0].message["message_id"]


async def test_words_that_are_no_article_yet_are_a_question_of_an_editor_too(editor):
    [answer] = await editor("treaty " * 80)

    assert answer.labels != ["Done"]
    assert await passed(editor) == []
    assert drafts(editor) == []


async def test_who_is_no_editor_any_more_asks_a_question_with_a_long_text(editor, staff):
    desk.dismiss(EDITOR_ID, staff.library, staff.clock.now(), str(OWNER_ID))

    [answer] = await editor(LONG[:1000])

    assert answer.labels != ["Done"]
    assert await passed(editor) == []
    assert drafts(editor) == []


async def test_a_long_text_that_answers_a_question_is_no_article(editor, bring, filed):
    number = bring()
    await editor(f"/draft {number}")
    await editor.press("Edit")
    await editor.press("Summary")

    await editor("They promise each other help. " * 25)

    assert await passed(editor) == []
    assert filed(number).draft.summary.startswith("They promise each other help. They")


async def test_after_a_text_was_read_words_are_questions_again(editor):
    await editor("/load")
    await editor(ARTICLE)
    await passed(editor)

    [answer] = await editor("Lukin")

    assert "Artyom Lukin" in answer.text
    assert len(drafts(editor)) == 1


async def test_when_the_message_that_waits_was_deleted_the_card_comes_below(editor):
    [asking] = await editor(f"/load {ARTICLE}")
    world = editor.house.stand_in
    number = asking.message["message_id"]
    world.respond("deleteMessage", {"chat_id": editor.id, "message_id": number})

    shown = await passed(editor)

    assert "Draft 1" in shown[-1]["text"]
    assert shown[-1]["message_id"] != number


async def test_load_as_a_reply_takes_what_it_answers(editor):
    update = editor.house.stand_in.message(editor.id, editor.person, ARTICLE)

    shown = await reply_to(editor, update)

    assert "Draft 1" in shown[-1].text
    assert sources(editor) == [ARTICLE]


async def test_a_forwarded_post_keeps_its_text_and_says_where_it_is_from(editor):
    await editor("/load")
    await editor.feed(forwarded(editor, ARTICLE))
    await passed(editor)

    [filed] = drafts(editor)
    assert filed.draft.source == ARTICLE
    assert filed.draft.masthead.url == "https://t.me/tass_agency/77"
    assert filed.draft.masthead.published == dt.date(2024, 6, 20)


async def test_the_caption_of_a_forwarded_picture_is_its_text(editor):
    await editor("/load")
    photo = [{"file_id": "p", "file_unique_id": "u", "width": 1, "height": 1}]
    await editor.without_words(photo=photo, caption=ARTICLE)
    await passed(editor)

    assert sources(editor) == [ARTICLE]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.txt", ARTICLE.encode(), id="text"),
        pytest.param("a.TXT", ARTICLE.encode("utf-16"), id="another encoding"),
        pytest.param("a.md", f"# {ARTICLE}".encode(), id="Markdown"),
        pytest.param("a.html", PAGE.encode(), id="page"),
        pytest.param("big.html", (PAGE + "<!-- -->" * 400_000).encode(), id="page of 3 MB"),
    ],
)
@pytest.mark.parametrize("way", ["after /load", "as caption", "as reply", "unasked"])
async def test_a_file_becomes_a_draft(editor, name, content, way):
    if way == "after /load":
        await editor("/load")
    if way == "as reply":
        update = editor.house.stand_in.document(editor.id, editor.person, name, content)
        shown = await reply_to(editor, update)
    else:
        shown = await send(editor, content, name, "/load" if way == "as caption" else "")

    assert "Draft 1" in shown[-1].text
    assert [quote.speaker for quote in drafts(editor)[0].draft.quotes][:1] == ["Gerhard Mangott"]


UNFIT = {
    "an empty file": ("a.txt", b" \n", "There is no text in it."),
    "a PDF": ("a.pdf", b"%PDF-1.7", "It is a PDF"),
    "a PDF that calls itself a text": ("a.txt", b"%PDF-1.7 " * 9, "It is a PDF"),
    "a word processor’s file": ("a.docx", b"PK\x03\x04", "word processor’s file"),
    "a picture": ("a.jpg", b"\xff\xd8\xff", "It is no text"),
    "bytes": ("a.txt", b"\0\1\2" * 99, "It is no text"),
    "no kind": ("notes", b"words", "Its name does not say what it is."),
    "a feed": ("a.html", b"<rss><channel/></rss>", "It is a feed"),
    "data": ("a.txt", b'{"a": 1}', "data for programs"),
    "a huge text": ("a.txt", b"word " * 210_000, "longer than any article"),
    "a huge page": ("a.html", b"<p>word</p>" * 500_000, "longer than any article"),
    "a huge record": ("a.toml", b"# word\n" * 200_000, "longer than any article"),
    "a robot check": ("a.html", b"<title>Just a moment...</title><p>x", "proof of a person"),
    "a page of scripts": (
        "a.html",
        b"<p>Please enable JavaScript to view</p><script>alert('x')</script>",
        "only to browsers",
    ),
}


@pytest.mark.parametrize("case", UNFIT)
async def test_a_file_that_is_no_article_is_refused_in_a_sentence(editor, case):
    name, content, why = UNFIT[case]

    shown = await send(editor, content, name, mime_type="application/octet-stream")

    assert why in shown[-1].text
    assert shown[-1].text.startswith("Nothing was stored.")
    assert drafts(editor) == []


@pytest.mark.parametrize("case", ["a huge text", "a huge page", "a huge record", "a PDF"])
async def test_what_cannot_be_taken_in_is_not_even_fetched(editor, case):
    name, content, _ = UNFIT[case]

    await send(editor, content, name)

    assert "getfile" not in {call.method for call in editor.house.door.calls}


@pytest.mark.parametrize(
    ("refusal", "why"),
    [
        pytest.param(bad_request("wrong file_id or the file is temporarily unavailable"),
                     "did not give me that file", id="gone"),
        pytest.param(bad_request("file is too big"), "longer than any article", id="too big"),
    ],
)  # fmt: skip
async def test_a_file_that_telegram_does_not_give_is_said_to_be(editor, refusal, why):
    editor.house.stand_in.refuse_next("getFile", refusal)

    shown = await send(editor, ARTICLE.encode())

    assert why in shown[-1].text
    assert drafts(editor) == []


async def test_a_file_whose_size_telegram_does_not_say_is_measured_before_it_is_fetched(editor):
    update = editor.house.stand_in.document(
        editor.id, editor.person, "a.html", b"x" * 5_000_001, mime_type="text/html"
    )
    update = copy.deepcopy(update)
    del update["message"]["document"]["file_size"]

    [*_, refused] = await editor.feed(update)

    assert "longer than any article" in refused.text
    assert not [call for call in editor.house.door.calls if call.method.startswith("file_")]


async def test_too_many_files_at_once_are_told_once_and_the_first_are_taken(editor):
    told = []
    for number in range(13):
        told += await send(editor, ARTICLE.replace("West", f"West {number}").encode())

    assert len(drafts(editor)) == 10
    assert sum("too many files" in shown.text for shown in told) == 1
    editor.house.services.clock.advance(dt.timedelta(minutes=2))
    await send(editor, ARTICLE.encode())
    assert len(drafts(editor)) == 11


NOTHING = {
    "a sticker": {"sticker": {"file_id": "s", "file_unique_id": "u", "type": "regular", "width": 1,
                              "height": 1, "is_animated": False, "is_video": False}},
    "a place": {"location": {"latitude": 1.0, "longitude": 2.0}},
    "a picture": {"photo": [{"file_id": "p", "file_unique_id": "u", "width": 1, "height": 1}]},
}  # fmt: skip


@pytest.mark.parametrize("case", NOTHING)
async def test_a_message_without_words_is_nothing_to_load_and_the_question_stays(editor, case):
    await editor("/load")

    [answer] = await editor.without_words(**NOTHING[case])

    assert "There is no text in that message" in answer.text
    await editor(ARTICLE)
    await passed(editor)
    assert sources(editor) == [ARTICLE]


async def test_a_few_words_are_no_article(editor):
    await editor("/load thanks a lot")

    [answer] = await passed(editor)

    assert "too little for an article" in answer["text"]
    assert drafts(editor) == []


async def test_a_text_about_something_else_is_a_draft_with_a_complaint(editor):
    await editor("/load Leek soup for four\n\n“Add salt and pepper to it,” said the cook.")

    [card] = await passed(editor)

    assert "It is about no treaty I know." in card["text"]


async def test_a_text_without_an_end_is_refused_and_put_away(editor):
    await editor("/load")
    for _ in range(245):
        shown = await editor("word " * 818)

    assert "longer than any article" in shown[-1].text
    assert await passed(editor) == []
    assert drafts(editor) == []


async def test_a_message_in_another_chat_cannot_be_loaded_from_here(editor):
    update = copy.deepcopy(editor.house.stand_in.message(editor.id, editor.person, "/load"))
    update["message"]["external_reply"] = {
        "origin": {
            "type": "channel",
            "date": 1718877600,
            "chat": {"id": -1001, "type": "channel", "title": "TASS"},
            "message_id": 77,
        },
        "document": {"file_id": "f", "file_unique_id": "u"},
    }

    [answer] = await editor.feed(update)

    assert "stands in another chat" in answer.text


async def test_a_link_is_fetched_and_read(web, pages):
    pages.known[LINK] = Fetched(LINK, PAGE.encode(), "text/html; charset=utf-8")

    [card] = await web(f"/load {LINK}")

    assert "Draft 1" in card.text
    [filed] = drafts(web)
    assert filed.draft.masthead.url == LINK


async def test_a_link_may_come_after_the_command_and_without_its_scheme(web, pages):
    pages.known[LINK] = Fetched(LINK, ARTICLE.encode(), "text/plain")
    await web("/load")

    [card] = await web(LINK.removeprefix("https://"))

    assert "Draft 1" in card.text


async def test_words_with_a_link_in_them_are_words(web):
    await web(f"/load {ARTICLE}\n\n{LINK}")
    await passed(web)

    assert len(drafts(web)) == 1


@pytest.mark.parametrize("obstacle", Obstacle)
async def test_each_obstacle_on_the_way_to_a_page_is_told_in_a_sentence(web, pages, obstacle):
    pages.known[LINK] = NotFetched(obstacle, LINK)

    [answer] = await web(f"/load {LINK}")

    assert answer.text == f"Nothing was stored. {refusals.OBSTACLES[obstacle]}"
    assert drafts(web) == []


async def test_where_a_link_led_is_told_when_it_led_elsewhere(web, pages):
    pages.known[LINK] = NotFetched(Obstacle.PRIVATE_ADDRESS, "http://169.254.169.254/latest")

    [answer] = await web(f"/load {LINK}")

    assert answer.text.endswith("(It led to http://169.254.169.254/latest.)")


@pytest.mark.parametrize(
    "link",
    ["http://127.0.0.1/", "http://localhost:8080/", "ftp://tass.com/a", "file:///etc/hosts"],
)
async def test_links_into_this_machine_are_not_followed(editor, link):
    [answer] = await editor(f"/load {link}")

    assert answer.text.startswith("Nothing was stored. ")
    assert drafts(editor) == []


@pytest.mark.parametrize(
    ("body", "why"),
    [
        pytest.param(b"<title>Just a moment...</title><p>x", "proof of a person", id="robot"),
        pytest.param(b"<html><body></body></html>", "hardly any text", id="nothing in it"),
        pytest.param(b"<rss><channel/></rss>", "It is a feed", id="feed"),
    ],
)
async def test_a_page_that_holds_no_article_is_refused(web, pages, body, why):
    pages.known[LINK] = Fetched(LINK, body, "text/html")

    [answer] = await web(f"/load {LINK}")

    assert why in answer.text
    assert drafts(web) == []


async def test_the_same_text_is_recognised_and_loaded_anyway_when_that_is_wished(editor):
    await send(editor, ARTICLE.encode())

    shown = await send(editor, ARTICLE.encode(), "b.txt")

    assert shown[-1].text == "Draft #1 has the same text. Nothing was stored."
    assert shown[-1].labels == ["Open that draft", "Load anyway"]
    assert len(drafts(editor)) == 1
    [card, _] = await editor.press("Load anyway")
    assert "Draft #1 has the same text" in card.text
    assert len(drafts(editor)) == 2
    [again, _] = await editor.forge(shown[-1].data["Load anyway"], shown[-1])
    assert "I no longer have that text" in again.text
    assert len(drafts(editor)) == 2


async def test_the_same_address_is_recognised(web, pages):
    pages.known[LINK] = Fetched(LINK, PAGE.encode(), "text/html")
    await web(f"/load {LINK}")
    pages.known[LINK] = Fetched(LINK, PAGE.replace("strong", "weak").encode(), "text/html")

    [answer] = await web(f"/load {LINK}")

    assert "Draft #1 has the same address" in answer.text
    assert "Load anyway" in answer.labels


async def test_what_one_editor_was_asked_another_does_not_answer(owner, editor):
    await send(editor, ARTICLE.encode())
    [*_, shown] = await send(editor, ARTICLE.encode())

    await owner("/drafts")
    [answer, _] = await owner.forge(shown.data["Load anyway"])

    assert "I no longer have that text" in answer.text
    assert len(drafts(editor)) == 1


class Locked:
    """A library that another process is writing to."""

    def __init__(self, library, clock):
        self._library, self.locked, self._clock = library, True, clock

    def __getattr__(self, name):
        return getattr(self._library, name)

    def atomic(self):
        if self.locked:
            self._clock.advance(dt.timedelta(seconds=0))
            raise LibraryBusy
        return self._library.atomic()


async def test_a_text_is_kept_while_the_library_is_busy(talk, staff):
    library = Locked(staff.library, staff.clock)

    class Impatient:
        now = staff.clock.now
        elapsed = staff.clock.elapsed

        async def sleep(self, _):
            await asyncio.sleep(0)

    async with talk(replace(staff, library=library, clock=Impatient())) as chat:
        editor = chat.of(EDITOR_ID)
        [*_, shown] = await send(editor, ARTICLE.encode())
        assert "nothing was stored" in shown.text
        library.locked = False
        [card, _] = await editor.press("Try again")

        assert "Draft 1" in card.text


async def test_a_failure_while_nobody_waits_is_told_in_the_chat_and_the_draft_is_there(editor):
    await editor(f"/load {ARTICLE}")
    editor.house.stand_in.refuse_next("editMessageText", RefusedError(500, "Internal error"))

    [apology] = await passed(editor)

    assert "Something went wrong here" in apology["text"]
    assert sources(editor) == [ARTICLE]


async def test_a_text_that_is_being_pasted_when_the_bot_is_stopped_is_not_lost(editor):
    application = editor.house.application
    await application.start()
    await editor(f"/load {ARTICLE}")

    stopping = asyncio.create_task(application.stop())
    await passed(editor)
    await stopping

    assert sources(editor) == [ARTICLE]


async def test_in_a_rehearsal_a_long_paste_is_one_article(staff, stand_in):
    told = []
    lines = ["!as editor", "/load", "!paste", *LONG.split("\n"), "!end"]

    await rehearse(
        lambda request: build(staff, "1:stand-in", request),
        stand_in,
        lines,
        told.append,
        clock=staff.clock,
        prompt=False,
    )

    [filed] = staff.library.drafts.open(9)
    assert filed.draft.source == LONG
    assert "Draft 1" in "".join(told)


def known(chat):
    return {one.id for one in chat.house.services.library.articles.latest(Filter(), 99)}


async def test_a_record_is_shown_and_then_published_as_it_is(editor):
    [*_, shown] = await send(editor, RECORD.encode(), "ap.toml")
    assert "Record ap-1\nSigned\nAP" in shown.text
    assert shown.labels == ["Publish"]
    assert "ap-1" not in known(editor)

    [done, _] = await editor.press("Publish")

    assert done.text == "Published as ap-1."
    assert "ap-1" in known(editor)
    [action] = editor.house.services.library.actions.of_article("ap-1")
    assert (action.by, action.deed) == (str(EDITOR_ID), Deed.PUBLISHED)


async def test_a_record_is_published_though_the_bot_was_started_anew(editor):
    await send(editor, RECORD.encode(), "ap.toml")
    await editor.house.restart()

    [done, _] = await editor.press("Publish")

    assert done.text == "Published as ap-1."


async def test_a_record_that_changes_an_article_says_so_and_the_same_does_nothing(editor):
    await send(editor, RECORD.encode(), "ap.toml")
    await editor.press("Publish")

    [*_, same] = await send(editor, RECORD.encode(), "ap.toml")
    assert "word for word" in same.text
    assert same.labels == ["Open the article"]
    [*_, other] = await send(editor, RECORD.replace("Signed", "Ratified").encode(), "ap.toml")
    assert "It will replace" in other.text
    [done, _] = await editor.press("Publish")
    assert "now reads as in your file" in done.text


async def test_a_record_with_mistakes_is_refused_with_each_of_them(editor):
    [*_, shown] = await send(editor, b'id = "ap-2"\nheadlin = "x"\n', "ap.toml")

    assert shown.text.splitlines() == [
        "Nothing was stored. This record cannot be published:",
        "• headlin is not a key here; write headline if that is meant.",
        "• treaty is missing; add it.",
    ]
    assert shown.labels == []


async def test_a_forged_record_is_not_published(editor):
    await editor("/drafts")

    [answer, _] = await editor.forge("1d|record||||file-999")

    assert "did not give me that file" in answer.text


@pytest.mark.parametrize(
    "what",
    ["/load", f"/load {ARTICLE}", f"/load {LINK}"],
    ids=["alone", "with a text", "with a link"],
)
async def test_readers_are_turned_away_and_nothing_happens(reader, what):
    [answer] = await reader(what)

    assert "for the editors" in answer.text
    assert await passed(reader) == []
    assert drafts(reader) == []


async def test_a_readers_file_is_none_of_ours(reader):
    [captioned] = await send(reader, ARTICLE.encode(), caption="/load")
    [bare] = await send(reader, ARTICLE.encode())

    assert "for the editors" in captioned.text
    assert "I read words only" in bare.text
    assert {"getfile"}.isdisjoint(call.method for call in reader.house.door.calls)
    assert drafts(reader) == []


@pytest.mark.parametrize("data", ["1d|gathered||||", "1d|anyway|1|||", "1d|record||||file-1"])
async def test_a_readers_button_does_nothing(reader, data):
    await reader("Lukin")

    [notice] = await reader.forge(data)

    assert notice.kind == "notice"
    assert "for the editors" in notice.text


async def test_in_a_group_nothing_is_loaded(editor):
    group = editor.group
    group.person = EDITOR_ID

    [answer] = await group(f"/load {ARTICLE}")

    assert "In a private chat, please" in answer.text
    assert drafts(editor) == []


async def test_who_is_no_editor_any_more_when_the_text_ends_gets_no_draft(editor, staff):
    await editor("/load")
    await editor(ARTICLE)
    desk.dismiss(EDITOR_ID, staff.library, staff.clock.now(), str(OWNER_ID))
    await passed(editor)

    assert drafts(editor) == []


def written(text):
    """Give a text as Telegram keeps the messages that a client makes of it."""
    return [
        Piece(number, piece.strip(), units(piece.strip()))
        for number, piece in enumerate(pieces(text))
    ]


WORDS = st.text("abcdefgh", min_size=1, max_size=30)
SENTENCE = st.lists(WORDS, min_size=1, max_size=40).map(lambda w: " ".join(w).capitalize() + ".")
PROSE = st.lists(
    st.lists(SENTENCE, min_size=1, max_size=30).map(" ".join), min_size=1, max_size=30
)


@given(paragraphs=PROSE)
def test_pieces_rejoin_to_the_words_of_the_whole(paragraphs):
    text = "\n\n".join(paragraphs)

    assert joined(written(text)).split() == text.split()


@given(paragraphs=PROSE, gap=st.sampled_from(["\n", "\n\n"]))
def test_pieces_of_a_text_of_paragraphs_rejoin_to_the_very_same(paragraphs, gap):
    text = gap.join(paragraph[:1500].strip() for paragraph in paragraphs)

    assert joined(written(text)) == text


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        pytest.param("Headline", "Body.", "Headline\n\nBody.", id="written by themselves"),
        pytest.param("a" * 4096, "b" * 9, "a" * 4096 + "b" * 9, id="cut within a word"),
        pytest.param("word " * 818 + "end,", "and on", "word " * 818 + "end, and on", id="blank"),
        pytest.param("북" * 4096, "한국", "북" * 4096 + "한국", id="Korean"),
    ],
)
def test_pieces_are_joined_by_what_stood_between_them(first, second, whole):
    assert joined([Piece(2, second, units(second)), Piece(1, first, units(first))]) == whole
