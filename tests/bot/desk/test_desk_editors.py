"""``/editors``: how people come to the desk, and how they go."""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.logs import Redacting
from bot.rehearsal import EDITOR_ID, GROUP_ADMIN_ID, OWNER_ID, READER_ID
from digests import desk
from digests.roles import Role

LISTED = "Editors\n\n• Edith (2), added by you on 1 December 2026\n\nBeside them 1 owner"
WELCOME = "Welcome: you are an editor of this library now."


@pytest.fixture
def library(staff):
    return staff.library


@pytest.fixture(autouse=True)
async def met(owner, editor, reader):
    """Let all of them meet the bot."""
    for person in (owner, editor, reader):
        await person("/id")


@pytest.fixture
async def token(owner):
    """Let the owner make a one-time link."""
    await owner("/editors")
    [shown, _] = await owner.press("Make a one-time link")
    return shown.text.rpartition("?start=")[2]


def heard(shown, who):
    return [each.text for each in shown if each.chat == who and each.kind == "sent"]


def menus(stand_in, person):
    """Give the commands in somebody's own menu."""
    for scope, commands in stand_in.commands.items():
        if str(person) in scope:
            return {command["command"] for command in commands}
    return set()


def forwarded(owner, origin):
    """Let an owner forward what somebody wrote."""
    update = owner.house.stand_in.message(OWNER_ID, OWNER_ID, "What I think of it.")
    update["message"]["forward_origin"] = {"date": 1_796_112_000, **origin}
    return update


ADA = {"id": 4711, "is_bot": False, "first_name": "Ada", "last_name": "Núñez"}
ROBOT = {"id": 4712, "is_bot": True, "first_name": "Robot"}


class TestTheList:
    async def test_who_may_edit_who_let_them_and_since_when(self, owner):
        [shown] = await owner("/editors")

        assert shown.text.startswith(LISTED)
        assert shown.labels == ["Make a one-time link", "Add somebody", "Remove Edith"]

    async def test_nobody_yet(self, owner, library, clock):
        desk.dismiss(EDITOR_ID, library, clock.now(), "1")
        [shown] = await owner("/editors")

        assert "There are none yet." in shown.text

    async def test_many_are_shown_page_by_page(self, owner, library, clock):
        for user in range(100, 125):
            desk.appoint(user, f"Person {user}", library, clock.now(), "1")
            clock.advance(timedelta(minutes=1))
        [first] = await owner("/editors")
        [second, _] = await owner.press("More ▸")
        [third, _] = await owner.press("More ▸")
        [again, _] = await owner.press("◂ Back")

        assert [page.text.count("•") for page in (first, second, third)] == [10, 10, 6]
        assert again.text == second.text


class TestAdding:
    async def test_by_id_and_name(self, owner, library):
        [told, shown] = await owner(f"/editors add {READER_ID} Ravi")

        assert told.chat == READER_ID
        assert told.text.startswith(WELCOME)
        assert shown.text == "Ravi (3) is an editor now. I have told them."
        assert library.staff.get(READER_ID).added_by == str(OWNER_ID)

    async def test_by_id_alone(self, owner):
        [shown] = await owner("/editors add 4711")

        assert shown.text.startswith("user 4711 (4711) is an editor now. I could not tell them")

    async def test_the_new_editor_is_shown_the_desk_and_may_use_it(self, owner, reader, stand_in):
        await owner(f"/editors add {READER_ID} Ravi")
        [drafts] = await reader("/drafts")

        assert {"drafts", "reports"} <= menus(stand_in, READER_ID)
        assert "editors" not in menus(stand_in, READER_ID)
        assert "Sorry" not in drafts.text

    async def test_by_a_message_of_theirs_that_was_forwarded(self, owner, library):
        await owner("/editors")
        await owner.press("Add somebody")
        await owner.feed(forwarded(owner, {"type": "user", "sender_user": ADA}))

        assert library.staff.get(4711).name == "Ada Núñez"

    async def test_in_reply_to_such_a_message(self, owner, stand_in, library):
        update = stand_in.message(OWNER_ID, OWNER_ID, "/editors add")
        origin = {"type": "user", "sender_user": ADA, "date": 1}
        said = {**update["message"], "text": "Well.", "forward_origin": origin}
        said.pop("entities")
        update["message"]["reply_to_message"] = said
        await owner.feed(update)

        assert library.staff.get(4711).name == "Ada Núñez"

    async def test_by_a_contact(self, owner, library):
        await owner("/editors add")
        contact = {"phone_number": "+43", "first_name": "Ada", "user_id": 4711}
        await owner.without_words(contact=contact)

        assert library.staff.get(4711).name == "Ada"

    @pytest.mark.parametrize(
        "origin",
        [
            {"type": "hidden_user", "sender_user_name": "Somebody"},
            {"type": "channel", "chat": {"id": -1001, "type": "channel"}, "message_id": 1},
        ],
        ids=["hidden", "a channel"],
    )
    async def test_who_hides_cannot_be_recognised_and_is_asked_for_anew(
        self, owner, library, origin
    ):
        await owner("/editors add")
        [shown] = await owner.feed(forwarded(owner, origin))
        await owner("4711 Ada")

        assert "does not tell me who it is" in shown.text
        assert library.staff.get(4711).name == "Ada"

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (f"add {OWNER_ID}", "That is an owner"),
            (f"add {EDITOR_ID} Eve", "Edith is an editor already, added by you"),
            ("add Ada", "Who shall become an editor?"),
            ("add 0", "Who shall become an editor?"),
            ("add -5 Ada", "Who shall become an editor?"),
            ("add 99999999999999999999", "Who shall become an editor?"),
            ("add ４７１１", "Who shall become an editor?"),
            ("nonsense", "/editors lists them."),
            ("remove", "/editors lists them."),
            ("remove 4711", "Nobody with that id is an editor."),
            (f"remove {OWNER_ID}", "That is an owner"),
        ],
    )
    async def test_what_cannot_be_is_said(self, owner, library, words, said):
        [shown] = await owner(f"/editors {words}")

        assert shown.text.startswith(said)
        assert [each.user for each in library.staff.all()] == [EDITOR_ID]

    async def test_a_bot_is_no_editor(self, owner, library):
        await owner("/editors add")
        [shown] = await owner.feed(forwarded(owner, {"type": "user", "sender_user": ROBOT}))

        assert shown.text == "That is a bot. Editors are people."
        assert library.staff.get(4712) is None


class TestTheLink:
    async def test_who_opens_it_first_is_an_editor(self, reader, token, library, stand_in):
        shown = await reader(f"/start {token}")

        assert heard(shown, READER_ID)[0].startswith(WELCOME)
        assert heard(shown, OWNER_ID) == ["Ravi (3) has opened your link and is an editor now."]
        assert library.staff.get(READER_ID).name == "Ravi"
        assert "drafts" in menus(stand_in, READER_ID)

    async def test_it_is_said_until_when_it_is_good(self, owner):
        await owner("/editors")
        [shown, _] = await owner.press("Make a one-time link")

        assert "It works once, until 2 December 2026, 09:00" in shown.text
        assert "https://t.me/treaty_digest_bot?start=e_" in shown.text

    async def test_no_two_are_alike_and_all_can_be_opened(self, owner):
        await owner("/editors")
        page, links = owner.last, set()
        for _ in range(20):
            [shown, _] = await owner.press("Make a one-time link", on=page)
            links.add(shown.text.rpartition("?start=")[2])

        assert len(links) == 20
        assert {len(link) for link in links} == {34}

    async def test_it_is_good_once(self, owner, reader, token, library):
        await reader(f"/start {token}")
        [shown] = await owner.of(GROUP_ADMIN_ID)(f"/start {token}")

        assert shown.text.startswith("This link has been used.")
        assert library.staff.get(GROUP_ADMIN_ID) is None

    async def test_it_is_good_for_a_day(self, reader, token, library, clock):
        clock.advance(timedelta(hours=24))
        [shown] = await reader(f"/start {token}")

        assert shown.text.startswith("This link is too old")
        assert library.staff.get(READER_ID) is None

    async def test_it_is_good_while_its_maker_is_an_owner(self, owner, reader, token, staff):
        owner.house.services = replace(staff, owners=(GROUP_ADMIN_ID,))
        await owner.house.restart()
        [shown] = await reader(f"/start {token}")

        assert shown.text.startswith("This link is no longer good")
        assert staff.library.staff.get(READER_ID) is None

    @pytest.mark.parametrize("person", ["reader", "editor"])
    async def test_without_owners_nobody_comes_in(self, owner, token, staff, person):
        owner.house.services = replace(staff, owners=())
        await owner.house.restart()
        who = owner.of({"reader": READER_ID, "editor": EDITOR_ID}[person])
        [shown] = await who(f"/start {token}")

        assert shown.text.startswith("This link is no longer good")
        assert staff.library.staff.get(READER_ID) is None

    @pytest.mark.parametrize("forged", ["e_" + "x" * 32, "e_short123", "e_" + "A" * 62])
    async def test_one_that_nobody_made_lets_nobody_in(self, reader, library, forged):
        [shown] = await reader(f"/start {forged}")

        assert shown.text.startswith("I do not know this link.")
        assert library.staff.get(READER_ID) is None

    @pytest.mark.parametrize("person", [OWNER_ID, EDITOR_ID])
    async def test_the_staff_does_not_use_it_up(self, owner, reader, token, library, person):
        [shown] = await owner.of(person)(f"/start {token}")
        await reader(f"/start {token}")

        assert shown.text.startswith("You are on the staff already")
        assert library.staff.get(READER_ID) is not None

    async def test_in_a_group_it_lets_nobody_in(self, reader, token, library):
        [shown] = await reader.group(f"/start@treaty_digest_bot {token}")

        assert "no longer leads anywhere" in shown.text
        assert library.staff.get(READER_ID) is None

    async def test_the_token_is_never_logged(self, reader, token, library, caplog):
        caplog.set_level(logging.DEBUG)
        library.close()  # so that opening the link fails, and the failure is logged
        await reader(f"/start {token}")
        form = Redacting("text", ())

        assert any("handler failed" in record.message for record in caplog.records)
        assert all(token not in form.format(record) for record in caplog.records)


class TestRemoving:
    async def test_it_is_asked_first(self, owner, library):
        await owner("/editors")
        [sure, _] = await owner.press("Remove Edith")

        assert sure.text.startswith("Remove Edith (2)?")
        assert library.staff.get(EDITOR_ID) is not None

    async def test_who_goes_is_told_and_may_nothing_more(self, owner, editor, library, stand_in):
        await owner(f"/editors remove {EDITOR_ID}")
        shown = await owner.press("Yes, remove")
        [refused] = await editor("/drafts")

        assert heard(shown, EDITOR_ID)[0].startswith("You are no longer an editor")
        assert "Edith is no editor any more." in shown[1].text
        assert library.staff.get(EDITOR_ID) is None
        assert menus(stand_in, EDITOR_ID) == set()
        assert refused.text.startswith("Sorry, that is for the editors")

    async def test_a_second_tap_says_so(self, owner):
        await owner("/editors")
        [sure, _] = await owner.press("Remove Edith")
        await owner.press("Yes, remove", on=sure)
        [shown, _] = await owner.forge("1d|dismissed||||2")

        assert shown.text.startswith("Nobody with that id is an editor.")

    async def test_one_who_blocked_the_bot_goes_all_the_same(self, owner, library, stand_in):
        stand_in.my_chat_member(EDITOR_ID, EDITOR_ID, "kicked")
        await owner(f"/editors remove {EDITOR_ID}")
        await owner.press("Yes, remove")

        assert library.staff.get(EDITOR_ID) is None

    @pytest.mark.parametrize("argument", ["", "x", "-1", "9" * 40, str(OWNER_ID)])
    async def test_a_forged_button_removes_nobody(self, owner, library, argument):
        await owner("/editors")
        for what in ("dismiss", "dismissed"):
            await owner.forge(f"1d|{what}||||{argument}")

        assert [each.user for each in library.staff.all()] == [EDITOR_ID]


async def test_every_way_in_and_out_is_on_record(owner, reader, token, library):
    await reader(f"/start {token}")
    await owner("/editors add 4711 Ada")
    await owner("/editors remove 4711")
    await owner.press("Yes, remove")
    deeds = [(each.deed.value, each.by) for each in library.actions.latest(5)]

    assert deeds[:4] == [
        ("dismissed", "1"),
        ("appointed", "1"),
        ("admitted", "1"),
        ("invited", "1"),
    ]


async def test_only_owners_see_the_command(editor, commands):
    [refused] = await editor("/editors")

    assert commands["editors"].role is Role.OWNER
    assert refused.text == "Sorry, that is for the owners of this bot."
