"""Whatever Telegram can send a bot, by name, and strategies that put it together at random."""

import json
import re

from hypothesis import strategies as st
from talking import TOKEN, House, WatchedDoor

from bot.app import build
from bot.pace import SPAN, Pace
from bot.rehearsal import CHANNEL_ID, FORUM_ID, GROUP_ID, READER_ID

DAY = 1_796_112_000
TOPIC = 7
READER = {"id": READER_ID, "is_bot": False, "first_name": "Ravi", "language_code": "en"}
BOT = {"id": 99, "is_bot": True, "first_name": "Other", "username": "other_bot"}
TELEGRAM = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
ANONYMOUS = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
CHANNEL_BOT = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}

PRIVATE = {"id": READER_ID, "type": "private", "first_name": "Ravi"}
GROUP = {"id": GROUP_ID, "type": "supergroup", "title": "Readers"}
FORUM = {"id": FORUM_ID, "type": "supergroup", "title": "Forum", "is_forum": True}
CHANNEL = {"id": CHANNEL_ID, "type": "channel", "title": "News"}
PLACES = {"private": PRIVATE, "group": GROUP, "forum": FORUM, "channel": CHANNEL}

FILE = {"file_id": "f", "file_unique_id": "u"}
PICTURE = FILE | {"width": 1, "height": 1}
TIMED = PICTURE | {"duration": 1}
PLACE = {"latitude": 48.2, "longitude": 16.4}
EMOJI = {"type": "emoji", "emoji": "👍"}
STICKER = PICTURE | {"type": "regular", "is_animated": False, "is_video": False}
OPTION = {"text": "Yes", "voter_count": 0, "persistent_id": "o"}
POLL = {
    "id": "p",
    "question": "Well?",
    "options": [OPTION],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
INVOICE = {
    "title": "T",
    "description": "D",
    "start_parameter": "s",
    "currency": "XTR",
    "total_amount": 1,
}
PAID = {
    "currency": "XTR",
    "total_amount": 1,
    "invoice_payload": "p",
    "telegram_payment_charge_id": "t",
}
PAYMENT = PAID | {"provider_payment_charge_id": "c"}
CHECKLIST = {"title": "To do", "tasks": [{"id": 1, "text": "Read"}]}
GIVEAWAY = {"chats": [GROUP], "winners_selection_date": DAY, "winner_count": 1}
ORIGIN = {"type": "hidden_user", "date": DAY, "sender_user_name": "Somebody"}
MEMBER = {"user": READER, "status": "member"}
JOINED = {
    "chat": GROUP,
    "from": READER,
    "date": DAY,
    "old_chat_member": MEMBER | {"status": "left"},
    "new_chat_member": MEMBER,
}
BOOST = {"boost_id": "b", "source": {"source": "premium", "user": READER}}
SHOWN = BOOST | {"add_date": DAY, "expiration_date": DAY}
ADDRESS = {
    "country_code": "AT",
    "state": "",
    "city": "Wien",
    "street_line1": "",
    "street_line2": "",
    "post_code": "1010",
}
RIGHTS = {"can_reply": True}


def command(text, **others):
    """Write a text that begins with a command, as clients mark it."""
    length = len(re.match(r"[/\w@]*", text)[0])
    mark = {"type": "bot_command", "offset": 0, "length": length}
    return {"text": text, "entities": [mark], **others}


def message(chat=PRIVATE, sender=READER, **content):
    """Write a message; without a sender where there is none."""
    whole = {"message_id": 500, "date": DAY, "chat": chat, **content}
    return whole | {"from": sender} if sender else whole


ASKED = command("/latest 1")
# What people send. The newest kinds are those of Bot API 9 and 10.
CONTENTS = {
    "animation": {"animation": TIMED, "document": FILE},
    "audio": {"audio": FILE | {"duration": 1}},
    "caption": {"photo": [PICTURE], "caption": "Lukin", "caption_entities": []},
    "checklist": {"checklist": CHECKLIST},
    "contact": {"contact": {"phone_number": "+43", "first_name": "Ada"}},
    "dice": {"dice": {"emoji": "🎲", "value": 6}},
    "document": {"document": FILE, "caption": "x" * 1024},
    "game": {"game": {"title": "G", "description": "D", "photo": [PICTURE]}},
    "invoice": {"invoice": INVOICE},
    "live_photo": {"live_photo": TIMED | {"photo": [PICTURE]}},
    "location": {"location": PLACE | {"live_period": 60}},
    "paid_media": {"paid_media": {"star_count": 1, "paid_media": [{"type": "preview"}]}},
    "photo": {"photo": [PICTURE], "media_group_id": "m", "has_media_spoiler": True},
    "poll": {"poll": POLL},
    "sticker": {"sticker": STICKER},
    "story": {"story": {"chat": GROUP, "id": 1}},
    "venue": {"venue": {"location": PLACE, "title": "V", "address": "A"}, "location": PLACE},
    "video": {"video": TIMED},
    "video_note": {"video_note": FILE | {"length": 1, "duration": 1}},
    "voice": {"voice": FILE | {"duration": 1}},
}
GIFT = {"id": "g", "sticker": STICKER, "star_count": 1}
MODEL = {"name": "M", "sticker": STICKER, "rarity_per_mille": 1}
COLOURS = {"center_color": 1, "edge_color": 1, "symbol_color": 1, "text_color": 1}
UNIQUE = {
    "gift_id": "g",
    "base_name": "B",
    "name": "N",
    "number": 1,
    "model": MODEL,
    "symbol": MODEL,
    "backdrop": {"name": "B", "colors": COLOURS, "rarity_per_mille": 1},
}
WALLPAPER = {
    "type": "fill",
    "fill": {"type": "solid", "color": 1},
    "dark_theme_dimming": 0,
}
PASSPORT = {"data": [], "credentials": {"data": "", "hash": "", "secret": ""}}
# What Telegram notes in a chat by itself.
NOTES = {
    "boost_added": {"boost_count": 1},
    "channel_chat_created": True,
    "chat_background_set": {"type": WALLPAPER},
    "chat_owner_changed": {"new_owner": READER},
    "chat_owner_left": {},
    "chat_shared": {"request_id": 1, "chat_id": GROUP_ID},
    "checklist_tasks_added": {"tasks": CHECKLIST["tasks"]},
    "checklist_tasks_done": {"marked_as_done_task_ids": [1]},
    "connected_website": "example.org",
    "delete_chat_photo": True,
    "direct_message_price_changed": {"are_direct_messages_enabled": False},
    "forum_topic_closed": {},
    "forum_topic_created": {"name": "T", "icon_color": 1},
    "forum_topic_edited": {"name": "U"},
    "forum_topic_reopened": {},
    "general_forum_topic_hidden": {},
    "general_forum_topic_unhidden": {},
    "gift": {"gift": GIFT},
    "gift_upgrade_sent": {"gift": GIFT},
    "giveaway": GIVEAWAY,
    "giveaway_completed": {"winner_count": 1},
    "giveaway_created": {},
    "giveaway_winners": GIVEAWAY | {"chat": GROUP, "giveaway_message_id": 1, "winners": [READER]},
    "group_chat_created": True,
    "left_chat_member": READER,
    "managed_bot_created": {"bot": BOT},
    "message_auto_delete_timer_changed": {"message_auto_delete_time": 60},
    "migrate_from_chat_id": -5,
    "migrate_to_chat_id": -1001,
    "new_chat_members": [READER, BOT],
    "new_chat_photo": [PICTURE],
    "new_chat_title": "/latest",
    "paid_message_price_changed": {"paid_message_star_count": 1},
    "passport_data": PASSPORT,
    "pinned_message": message(text="/latest"),
    "poll_option_added": {"option_persistent_id": "o", "option_text": "Yes"},
    "poll_option_deleted": {"option_persistent_id": "o", "option_text": "Yes"},
    "proximity_alert_triggered": {"traveler": READER, "watcher": READER, "distance": 1},
    "refunded_payment": PAID,
    "successful_payment": PAYMENT,
    "suggested_post_approval_failed": {"price": {"currency": "XTR", "amount": 1}},
    "suggested_post_approved": {"send_date": DAY},
    "suggested_post_declined": {},
    "suggested_post_paid": {"currency": "XTR"},
    "suggested_post_refunded": {"reason": "post_deleted"},
    "supergroup_chat_created": True,
    "unique_gift": {"gift": UNIQUE, "origin": "transfer"},
    "users_shared": {"request_id": 1, "users": [{"user_id": 1}]},
    "video_chat_ended": {"duration": 1},
    "video_chat_participants_invited": {"users": [READER]},
    "video_chat_scheduled": {"start_date": DAY},
    "video_chat_started": {},
    "web_app_data": {"data": "/latest", "button_text": "B"},
    "write_access_allowed": {},
}
# What may stand beside either.
ASIDES = {
    "author_signature": "Greta",
    "business_connection_id": "c",
    "direct_messages_topic": {"topic_id": 1},
    "edit_date": DAY,
    "effect_id": "e",
    "external_reply": {"origin": ORIGIN},
    "guest_bot_caller_chat": GROUP,
    "guest_bot_caller_user": READER,
    "guest_query_id": "q",
    "has_protected_content": True,
    "is_from_offline": True,
    "is_paid_post": True,
    "link_preview_options": {"is_disabled": False},
    "message_thread_id": TOPIC,
    "paid_star_count": 1,
    "quote": {"text": "x", "position": 0},
    "reply_markup": {"inline_keyboard": [[{"text": "B", "callback_data": "1t|latest||"}]]},
    "reply_to_checklist_task_id": 1,
    "reply_to_message": message(text="/latest"),
    "reply_to_poll_option_id": "o",
    "reply_to_story": {"chat": GROUP, "id": 1},
    "sender_boost_count": 1,
    "sender_business_bot": BOT,
    "sender_tag": "t",
    "show_caption_above_media": True,
    "suggested_post_info": {"state": "pending"},
    "hologram": {"of": "a kind to come"},
}
# Who may stand behind a message that is not simply somebody's: fields, and whether it asks us.
AUTHORS = {
    "somebody": ({"from": READER}, True),
    "nobody": ({}, True),
    "an anonymous administrator": ({"from": ANONYMOUS, "sender_chat": GROUP}, True),
    "a channel in a group": ({"from": CHANNEL_BOT, "sender_chat": CHANNEL}, True),
    "another bot": ({"from": BOT}, False),
    "the linked channel": (
        {
            "from": TELEGRAM,
            "sender_chat": CHANNEL,
            "is_automatic_forward": True,
            "forward_origin": {"type": "channel", "date": DAY, "chat": CHANNEL, "message_id": 1},
        },
        False,
    ),
    "the linked channel, said less": (
        {"from": TELEGRAM, "sender_chat": CHANNEL, "is_automatic_forward": True},
        False,
    ),
    "somebody who forwards": ({"from": READER, "forward_origin": ORIGIN}, False),
    "somebody through a bot": ({"from": READER, "via_bot": BOT}, False),
}
# Updates that ask the bot nothing, whatever they hold.
KINDS = {
    "business_connection": {
        "id": "c",
        "user": READER,
        "user_chat_id": READER_ID,
        "date": DAY,
        "is_enabled": True,
        "rights": RIGHTS,
    },
    "business_message": message(**ASKED, business_connection_id="c"),
    "channel_post": message(CHANNEL, None, **ASKED, sender_chat=CHANNEL),
    "chat_boost": {"chat": GROUP, "boost": SHOWN},
    "chat_join_request": {
        "chat": GROUP,
        "from": READER,
        "user_chat_id": READER_ID,
        "date": DAY,
        "bio": "/latest",
    },
    "chat_member": JOINED,
    "chosen_inline_result": {"result_id": "1", "from": READER, "query": "lukin"},
    "deleted_business_messages": {
        "business_connection_id": "c",
        "chat": PRIVATE,
        "message_ids": [1],
    },
    "edited_business_message": message(**ASKED, business_connection_id="c", edit_date=DAY),
    "edited_channel_post": message(CHANNEL, None, **ASKED, edit_date=DAY),
    "edited_message": message(**ASKED, edit_date=DAY),
    "guest_message": message(GROUP, **ASKED, guest_query_id="q"),
    "managed_bot": {"user": READER, "bot": BOT},
    "message_reaction": {
        "chat": GROUP,
        "message_id": 1,
        "date": DAY,
        "user": READER,
        "old_reaction": [],
        "new_reaction": [EMOJI, {"type": "a kind to come"}],
    },
    "message_reaction_count": {
        "chat": GROUP,
        "message_id": 1,
        "date": DAY,
        "reactions": [{"type": EMOJI, "total_count": 1}],
    },
    "my_chat_member": JOINED | {"new_chat_member": MEMBER | {"status": "kicked", "until_date": 0}},
    "poll": POLL,
    "poll_answer": {
        "poll_id": "p",
        "option_ids": [0],
        "option_persistent_ids": ["o"],
        "user": READER,
    },
    "pre_checkout_query": {
        "id": "1",
        "from": READER,
        "currency": "XTR",
        "total_amount": 1,
        "invoice_payload": "p",
    },
    "purchased_paid_media": {"from": READER, "paid_media_payload": "p"},
    "removed_chat_boost": {
        "chat": GROUP,
        "boost_id": "b",
        "remove_date": DAY,
        "source": {"source": "premium", "user": READER},
    },
    "shipping_query": {
        "id": "1",
        "from": READER,
        "invoice_payload": "p",
        "shipping_address": ADDRESS,
    },
}

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=5,
)
odd_entities = st.lists(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(["bot_command", "mention", "text_link", "of a kind to come"]),
            "offset": st.sampled_from([0, 0, -1, 1, 4096, 2**31]),
            "length": st.sampled_from([0, 1, 7, 8, -7, 4096, 2**31]),
        },
        optional={"url": st.just("https://example.org/"), "user": st.just(READER)},
    ),
    min_size=1,
    max_size=3,
)
words = st.sampled_from(
    [
        *("/latest", "/latest 1", "/LATEST@Treaty_Digest_Bot", "/latest@other_bot", "/nosuch"),
        *("/start q_!!!", "/start", "/help", "/", "/@", "Lukin", "статья 4", "a@b", " ", ""),
        *(
            "\0",
            "/latest\0",
            "\ud800",
            "/latest \udfff",
            "🦉" * 4096,
            "x" * 5000,
            "/" + "x" * 4095,
        ),
    ]
) | st.text(st.characters(), max_size=60)
texts = st.one_of(
    words.map(lambda text: command(text) if text.split() else {"text": text}),
    st.builds(lambda text, entities: {"text": text, "entities": entities}, words, odd_entities),
)
captions = st.builds(
    lambda media, text, entities: media | {"caption": text, "caption_entities": entities},
    st.sampled_from([CONTENTS[kind] for kind in ("photo", "video", "document", "voice")]),
    words,
    st.just([]) | odd_entities,
)
contents = st.one_of(
    texts,
    captions,
    st.sampled_from(list(CONTENTS.values())),
    st.sampled_from([{name: value} for name, value in NOTES.items()]),
    st.dictionaries(st.text(min_size=1, max_size=8).map("x_".__add__), anything, max_size=2),
)


@st.composite
def messages(draw):
    """Make a message of anything, written anywhere by anybody."""
    chat = draw(st.sampled_from(list(PLACES.values())))
    author, _ = draw(st.sampled_from(list(AUTHORS.values())))
    beside = draw(st.sets(st.sampled_from(sorted(ASIDES)), max_size=4))
    topical = {"message_thread_id": TOPIC, "is_topic_message": True} if draw(st.booleans()) else {}
    return {
        "message_id": draw(st.integers(1, 2**31)),
        "date": draw(st.sampled_from([DAY, 1, 2**31])),
        "chat": chat,
        **author,
        **{name: ASIDES[name] for name in beside},
        **topical,
        **draw(contents),
    }


DATA = [
    *("", " ", "garbage", "1", "1t", "1t|", "1t||", "1t|latest", "1t|latest||", "1o|latest||1"),
    *("0t|latest||", "2t|latest||", "11t|latest||", "1x|latest||", "1t|LATEST||", "1t|nosuch||"),
    *(
        "1t|latest|-1|",
        "1t|latest|999999|",
        "1t|latest|9999999|",
        "1t|latest|٤|",
        "1t|latest|1.5|",
    ),
    *("1t|latest||?", "1t|latest||?nosuchkey", "1t|latest||?" + "x" * 60, "1t|latest||?\ud800"),
    *("1o|start||", "1o|id||", "1t|help|5|", "1o|expert||\0", "1o|search||\ud800", "1o|clause||…"),
    *("\0" * 64, "\ud800" * 21, "🦉" * 16, "x" * 64, "x" * 5000, "1o|search||" + "word " * 900),
]
presses = st.fixed_dictionaries(
    {},
    optional={
        "data": st.sampled_from(DATA) | st.text(st.characters(), max_size=64),
        "game_short_name": st.just("chess"),
        "inline_message_id": st.text(min_size=1, max_size=20),
        "hologram": anything,
    },
)
REACHED = ("here", "too old", "missing")


class Dictating(WatchedDoor):
    """A door behind which getUpdates is answered as a test likes."""

    result = ()

    async def do_request(self, url, *rest, **named):
        if url.endswith("/getUpdates"):
            return 200, json.dumps({"ok": True, "result": self.result}).encode()
        return await super().do_request(url, *rest, **named)


class Guarded(House):
    """The bot as a run has it, with its pace."""

    def __init__(self, services, stand_in):
        super().__init__(services, stand_in)
        self.door = Dictating(stand_in)

    async def open(self):
        self.application = build(self.services, TOKEN, self.door, pace=Pace())
        await self.application.initialize()
        await self.application.post_init(self.application)

    async def take(self, update):
        """Let an update come; give the kinds of what the bot does upon it, in order."""
        before = len(self.stand_in.events)
        await self.feed(update)
        return [event.kind for event in self.stand_in.events[before:]]

    async def run_through(self, updates):
        """Work on updates as a run does, where each has its turn, until all are done."""
        await self.application.start()
        for update in updates:
            await self.application.update_queue.put(update)
        await self.application.update_queue.join()
        await self.application.stop()

    def rest(self):
        """Let a minute go by, lest the chats seem hurried."""
        clock = self.services.clock
        clock.set(clock.now() + SPAN)


def places(value, path=()):
    """Give the path to every value within a JSON value, but for the number of the update."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in pairs:
        if (*path, key) != ("update_id",):
            yield (*path, key)
            if isinstance(inner, dict | list):
                yield from places(inner, (*path, key))


def put(value, path, other):
    """Copy a JSON value with another value at a path."""
    first, *rest = path
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[first] = put(value[first], rest, other) if rest else other
    return copy


@st.composite
def mangled(draw):
    """Make an update in which one value is of a wrong kind."""
    sound = st.one_of(
        messages().map(lambda content: {"message": content}),
        st.sampled_from([{kind: content} for kind, content in KINDS.items()]),
        presses.map(
            lambda press: {
                "callback_query": {"id": "1", "from": READER, "chat_instance": "1", **press}
            }
        ),
    )
    update = {"update_id": draw(st.integers(1, 2**40)), **draw(sound)}
    path = draw(st.sampled_from(list(places(update))))
    return put(update, path, draw(anything))
