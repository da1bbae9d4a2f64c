import asyncio
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import (
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MessageEntity,
)
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.clock import MovableClock
from bot.rehearsal import CHANNEL_ID, OWNER_ID, READER_ID, rehearse
from bot.stand_in.telegram import StandIn

CHOICE = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Yes", callback_data="yes"),
            InlineKeyboardButton("Source", url="https://example.org/a"),
        ],
        [InlineKeyboardButton("Copy", copy_text=CopyTextButton("/expert Lukin"))],
    ]
)


async def echo(update, _):
    text = update.effective_message.text
    await update.effective_message.reply_text(f"{len(text)}: {text[:60]}")


async def ask(update, _):
    await update.message.reply_text("Sure?", reply_markup=CHOICE)


async def link(update, _):
    entities = [
        MessageEntity("text_link", 3, 4, url="https://example.org/a"),
        MessageEntity("text_link", 8, 21, url="https://example.org/b"),
    ]
    await update.message.reply_text("😀 here https://example.org/b", entities=entities)


async def name(update, _):
    await update.message.reply_text("Which name?", reply_markup=ForceReply())


async def press(update, _):
    await update.callback_query.answer("Noted.")
    await update.callback_query.edit_message_text("Done.")


async def received(update, _):
    document = update.message.document
    content = await (await document.get_file()).download_as_bytearray()
    await update.message.reply_text(
        f"{document.file_name} {document.mime_type} {content.decode()} {update.message.caption}"
    )
    await update.message.reply_document(b"report", filename="report.txt", caption="Report")


async def tell(_, context):
    await context.bot.send_message(CHANNEL_ID, "News!")
    await context.bot.send_message(OWNER_ID, "Told.")


async def remove(update, _):
    sent = await update.message.reply_text("Soon gone.")
    await sent.delete()


async def who(update, _):
    message = update.effective_message
    await message.reply_text(f"{message.from_user.id} {message.message_thread_id}")


async def think(update, _):
    await asyncio.to_thread(time.sleep, 0.05)
    await update.message.reply_text("Thought.")


class Rehearsal:
    """Runs lines past the echo bot and keeps what was written."""

    def __init__(self):
        self.clock = MovableClock(datetime(2026, 12, 1, 8, tzinfo=UTC))
        self.written = []

    def build(self, request):
        application = (
            Application.builder()
            .token("1:token")
            .request(request)
            .get_updates_request(request)
            .updater(None)
            .post_init(self.start)
            .post_stop(self.stop)
            .build()
        )
        commands = (ask, link, name, tell, remove, who, think)
        for command in commands:
            application.add_handler(CommandHandler(command.__name__, command))
        application.add_handler(CommandHandler("pace", self.pace))
        application.add_handler(CallbackQueryHandler(press))
        application.add_handler(MessageHandler(filters.Document.ALL, received))
        application.add_handler(MessageHandler(filters.TEXT, echo))
        return application

    async def start(self, application):
        self.task = asyncio.create_task(self.tick(application))

    async def stop(self, _):
        self.task.cancel()

    async def tick(self, application):
        await self.clock.sleep(3600)
        await application.bot.send_message(OWNER_ID, f"It is {self.clock.now():%d %H:%M}.")

    async def pace(self, update, _):
        await self.clock.sleep(1)
        await update.message.reply_text("Paced.")

    async def __call__(self, *lines, prompt=False):
        stand_in = StandIn(now=self.clock.now)
        await rehearse(
            self.build, stand_in, lines, self.written.append, clock=self.clock, prompt=prompt
        )
        return "".join(self.written)


@pytest.fixture
def play():
    return Rehearsal()


async def test_a_piped_conversation_reads_as_one(play):
    assert (
        await play("/ask\n", "\n", "hello\n")
        == """\
> /ask
Sure?
[1] Yes   [2] Source
[3] Copy

> hello
5: hello
"""
    )


async def test_a_button_is_pressed_by_its_number(play):
    assert (
        await play("/ask", "!2", "!3", "!4", "!1", "!1")
        == """\
> /ask
Sure?
[1] Yes   [2] Source
[3] Copy

> !2
(opens) https://example.org/a

> !3
(copies) /expert Lukin

> !4
The buttons of that message go from 1 to 3.

> !1
(notice) Noted.

(edited)
Done.

> !1
No message here has buttons.
"""
    )


async def test_the_target_of_a_link_follows_its_words_unless_they_are_it(play):
    assert "\n😀 here (https://example.org/a) https://example.org/b\n" in await play("/link")


async def test_a_file_is_sent_with_its_caption(play, tmp_path):
    file = tmp_path / "an article.txt"
    file.write_text("Text")

    assert (
        await play(f'!file "{file}" /load it')
        == f"""\
> !file "{file}" /load it
an article.txt text/plain Text /load it

(document) report.txt, 6 bytes
Report
"""
    )


@pytest.mark.parametrize(
    ("line", "explanation"),
    [
        pytest.param("!file", "A file needs its path", id="no path"),
        pytest.param("!file /nowhere/at.all", "The file cannot be sent", id="no such file"),
        pytest.param("!file '/nowhere", "never closed", id="an open quotation mark"),
        pytest.param("!file /", "The file cannot be sent", id="a folder"),
        pytest.param("!file a\x00b", "The file cannot be sent", id="no name for a file"),
        pytest.param("!in moon", "The places are", id="an unknown place"),
        pytest.param("!in topic", "A topic has a number", id="a topic without a number"),
        pytest.param("!in topic 1", "A topic has a number", id="General"),
        pytest.param("!as judge", "One speaks !as owner", id="an unknown role"),
        pytest.param("!clock", "The clock takes", id="no time"),
        pytest.param("!clock +1y", "The clock takes", id="an unknown span"),
        pytest.param("!clock +999999999w", "The clock takes", id="too long a span"),
        pytest.param("!clock +9999999d", "does not go that far", id="beyond the calendar"),
        pytest.param("!clock 2026-13-01", "The clock takes", id="no such month"),
        pytest.param("!end", "There is no !paste", id="an end without a beginning"),
        pytest.param("!dance", "means nothing here", id="an unknown word"),
        pytest.param("!", "means nothing here", id="nothing"),
        pytest.param("!99999", "means nothing here", id="no button's number"),
        pytest.param("!1", "No message here has buttons.", id="no buttons"),
        pytest.param("!help", "!paste ... !end", id="a call for help"),
    ],
)
async def test_a_line_for_the_console_that_fails_is_explained_and_one_goes_on(
    play, line, explanation
):
    conversation = await play(line, "hello")

    assert explanation in conversation
    assert conversation.endswith("\n> hello\n5: hello\n")


async def test_a_second_exclamation_mark_sends_the_first(play):
    assert "\n5: !help\n" in await play("!!help")


async def test_pasted_lines_are_one_message(play):
    conversation = await play("!paste", "one", "", "!1", "!end", "after")

    assert (
        conversation
        == """\
> !paste
> one
>
> !1
> !end
7: one

!1

> after
5: after
"""
    )


async def test_a_paste_that_is_never_ended_is_sent_at_the_end(play):
    assert (await play("!paste", "one", "two")).endswith("> two\n7: one\ntwo\n")


async def test_a_long_paste_arrives_in_pieces(play):
    conversation = await play("!paste", *["a" * 99] * 50, "!end")

    assert [line[:5] for line in conversation.splitlines() if ": a" in line] == ["3999:", "999: "]


async def test_place_and_speaker_change(play):
    conversation = await play("/who", "!as reader", "/who", "!in topic 7", "/who")

    assert (
        conversation
        == """\
> /who
1 None

> !as reader
> /who
3 None

> !in topic 7
> /who
3 7
"""
    )


async def test_in_a_group_the_bot_does_not_hear_talk(play):
    assert (
        await play("!in group", "good morning", "/who")
        == """\
> !in group
> good morning
(in groups the bot sees only commands and replies to it)

> /who
1 None
"""
    )


async def test_a_forced_reply_is_a_reply(play):
    assert (await play("!in group", "/name", "Lukin")).endswith("> Lukin\n5: Lukin\n")


async def test_a_channel_speaks_for_itself(play):
    conversation = await play("!in channel", "hello", "!file a.txt")

    assert "\n5: hello\n" in conversation
    assert "Files are sent in private chats" in conversation


async def test_what_happens_elsewhere_is_told_with_its_place(play):
    conversation = await play("/start", "!as reader", "/tell")

    assert conversation.endswith(
        "> /tell\n(in the channel)\nNews!\n\n(in the private chat with the owner)\nTold.\n"
    )


async def test_what_is_deleted_is_told(play):
    assert (await play("/remove")).endswith("Soon gone.\n\n(deleted)\nSoon gone.\n")


@pytest.mark.parametrize(
    ("move", "told"),
    [
        pytest.param("!clock +30m", "", id="not yet"),
        pytest.param("!clock +2h", "It is 01 09:00.\n", id="two hours on"),
        pytest.param("!clock +1d", "It is 01 09:00.\n", id="a day on"),
        pytest.param("!clock +52w", "It is 30 08:00.\n", id="a year on, the last month slowly"),
        pytest.param("!clock -1d", "", id="a day back"),
        pytest.param("!clock 2027-01-15T08:00", "It is 15 08:00.\n", id="to an instant"),
        pytest.param("!clock 2027-01-15T08:00+03:00", "It is 15 05:00.\n", id="of a zone"),
    ],
)
async def test_the_clock_moves_and_what_was_due_happens(play, move, told):
    conversation = await play("hello", move)

    assert conversation == f"> hello\n5: hello\n\n> {move}\n{told}"


async def test_a_bot_that_paces_itself_is_not_waited_for(play):
    assert await play("/pace") == "> /pace\nPaced.\n"
    assert play.clock.now() == datetime(2026, 12, 1, 8, 0, 1, tzinfo=UTC)


async def test_work_in_a_thread_is_waited_for(play):
    assert await play("/think") == "> /think\nThought.\n"


async def test_at_a_terminal_there_is_a_prompt_and_no_echo(play):
    conversation = await play("hello", "!as reader", "!in topic 7", "!paste", "!end", prompt=True)

    assert conversation == (
        "private owner> 5: hello\n\nprivate owner> private reader> topic 7 reader> ... "
        "topic 7 reader> \n"
    )


async def test_lines_may_come_from_something_that_waits(play):
    async def typed():
        yield "hello\n"

    stand_in = StandIn(now=play.clock.now)
    await rehearse(
        play.build, stand_in, typed(), play.written.append, clock=play.clock, prompt=False
    )

    assert [message["text"] for message in stand_in.sent] == ["5: hello"]


async def test_a_stage_that_is_furnished_stays_as_it_is(play):
    stand_in = StandIn(now=play.clock.now)
    for _ in range(2):
        await rehearse(
            play.build, stand_in, ["/who"], play.written.append, clock=play.clock, prompt=False
        )

    assert stand_in.chat(READER_ID).started is False
    assert stand_in.chat(OWNER_ID).last_id == 4


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text() | st.text(alphabet="!ab \x00\x1b\ud800\u202e1", min_size=1), max_size=5))
def test_whatever_is_typed_the_conversation_goes_on(lines):
    play = Rehearsal()

    conversation = asyncio.run(play(*lines, "!in private", "!as owner", "!end", "bye"))

    assert conversation.endswith("3: bye\n")
    assert conversation.encode()
