import pytest
from telegram import (
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    MessageEntity,
    ReplyParameters,
    Update,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken

ANNA, GROUP, CHANNEL = 11, -1001, -1003


async def test_the_bot_learns_who_it_is(bot):
    assert bot.username == "treaty_digest_bot"


async def test_4096_emoji_are_a_message_and_4097_are_not(bot):
    assert len((await bot.send_message(ANNA, "😀" * 4096)).text) == 4096
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message(ANNA, "😀" * 4097)


async def test_entities_and_buttons_come_back_as_they_went(bot):
    entities = (
        MessageEntity("bold", 0, 2),
        MessageEntity("text_link", 3, 4, url="https://example.org/"),
    )
    keyboard = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Go", callback_data="go"))

    message = await bot.send_message(ANNA, "😀 link", entities=entities, reply_markup=keyboard)

    assert message.entities == entities
    assert message.reply_markup == keyboard


@pytest.mark.parametrize(
    ("chat_id", "standing", "error"),
    [
        pytest.param(ANNA, "kicked", Forbidden, id="blocked"),
        pytest.param(GROUP, "left", Forbidden, id="left"),
        pytest.param(CHANNEL, "member", BadRequest, id="no rights"),
    ],
)
async def test_refusals_are_the_errors_handlers_know(stand_in, bot, chat_id, standing, error):
    stand_in.my_chat_member(chat_id, ANNA, standing)

    with pytest.raises(error):
        await bot.send_message(chat_id, "Hello")


async def test_a_migrated_group_is_an_error_of_its_own(stand_in, bot):
    stand_in.chat(GROUP).migrated_to = CHANNEL

    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(GROUP, "Hello")

    assert caught.value.new_chat_id == CHANNEL


async def test_a_message_is_edited_and_not_edited_twice(bot):
    message = await bot.send_message(ANNA, "One")

    assert (await message.edit_text("Two")).text == "Two"
    with pytest.raises(BadRequest, match="Message is not modified"):
        await message.edit_text("Two")
    assert await message.delete()


async def test_a_reply_to_nothing_is_refused(bot):
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(ANNA, "One", reply_parameters=ReplyParameters(99))


async def test_updates_are_polled_and_queries_answered(stand_in, bot):
    keyboard = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Go", callback_data="go"))
    message = await bot.send_message(ANNA, "One", reply_markup=keyboard)
    stand_in.deliver(stand_in.press(ANNA, ANNA, message.message_id, (0, 0)))

    [update] = await bot.get_updates()

    assert update.callback_query.data == "go"
    assert await bot.answer_callback_query(update.callback_query.id)
    assert not await bot.get_updates(offset=update.update_id + 1)


async def test_inline_questions_are_answered(stand_in, bot):
    update = Update.de_json(stand_in.inline_query(ANNA, "Lukin"), bot)
    article = InlineQueryResultArticle("1", "Lukin", InputTextMessageContent("He said"))

    assert await update.inline_query.answer([article], is_personal=True)
    assert stand_in.inline_answers[update.inline_query.id]["is_personal"]


async def test_files_come_and_go(stand_in, bot):
    update = Update.de_json(stand_in.document(ANNA, ANNA, "a.txt", b"text", "/load"), bot)

    file = await update.message.document.get_file()
    sent = await bot.send_document(ANNA, b"more", filename="b.txt", caption="Here")

    assert await file.download_as_bytearray() == b"text"
    assert update.message.caption_entities[0].type == "bot_command"
    assert (sent.document.file_name, sent.document.file_size) == ("b.txt", 4)


async def test_a_file_that_is_not_there_is_not_found(bot):
    with pytest.raises(InvalidToken, match="Not Found"):
        await bot.request.retrieve("https://api.telegram.org/file/bot1:token/nothing")


async def test_menus_and_members_are_understood(stand_in, bot):
    commands = (BotCommand("expert", "What an expert said"),)
    scope = BotCommandScopeChat(ANNA)
    stand_in.my_chat_member(GROUP, ANNA, "administrator", frozenset({"can_manage_chat"}))

    assert await bot.set_my_commands(commands, scope=scope)
    assert await bot.get_my_commands(scope=scope) == commands
    assert await bot.get_my_commands() == ()
    assert [each.user.id for each in await bot.get_chat_administrators(GROUP)] == [ANNA, bot.id]
    assert (await bot.get_chat(CHANNEL)).username == "news"


@pytest.mark.parametrize("standing", ["member", "administrator", "restricted", "left", "kicked"])
async def test_every_change_of_standing_is_an_update_that_parses(stand_in, bot, standing):
    update = Update.de_json(stand_in.my_chat_member(GROUP, ANNA, standing), bot)

    assert update.my_chat_member.new_chat_member.status == standing
    assert update.my_chat_member.old_chat_member.status == "member"
