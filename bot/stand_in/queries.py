"""Methods that answer a pressed button or an inline question."""

from datetime import timedelta
from typing import Any

from bot.stand_in import keyboards, texts
from bot.stand_in.arguments import Arguments, encodable
from bot.stand_in.responses import RefusedError, bad_request
from bot.stand_in.world import World

# How long a query may wait is nowhere documented; a bot that needs longer has kept a person
# looking at a spinning button.
QUERY_LIFETIME = timedelta(seconds=30)
_LONGEST_NOTICE = 200
_MOST_RESULTS = 50
_LONGEST_ID = 64  # bytes


def answer_callback_query(world: World, arguments: Arguments) -> bool:
    """Answer a pressed button, once and soon."""
    notice = arguments.text("text")
    if len(notice) > _LONGEST_NOTICE:
        raise bad_request("MESSAGE_TOO_LONG")
    asked = world.queries.pop(arguments.text("callback_query_id"), None)
    if asked is None or world.now() - asked[0] > QUERY_LIFETIME:
        raise _too_old()
    answer = {
        "text": notice,
        "show_alert": arguments.flag("show_alert"),
        "url": arguments.text("url"),
    }
    world.note("notice", world.chats[asked[1]], answer)
    return True


def answer_inline_query(world: World, arguments: Arguments) -> bool:
    """Answer an inline question with at most 50 results."""
    results = arguments.listed("results") or []
    if len(results) > _MOST_RESULTS:
        raise bad_request("too many inline query results specified")
    if len(arguments.text("next_offset").encode()) > _LONGEST_ID:
        raise bad_request("NEXT_OFFSET_INVALID")
    for result in results:
        _check_result(result)
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    query_id = arguments.text("inline_query_id")
    asked = world.inline_queries.pop(query_id, None)
    if asked is None or world.now() - asked > QUERY_LIFETIME:
        raise _too_old()
    world.inline_answers[query_id] = {
        "results": results,
        "cache_time": arguments.integer("cache_time", default=300),
        "is_personal": arguments.flag("is_personal"),
        "next_offset": arguments.text("next_offset"),
    }
    return True


def _too_old() -> RefusedError:
    return bad_request("query is too old and response timeout expired or query ID is invalid")


def _check_result(result: Any) -> None:
    if not isinstance(result, dict) or not isinstance(result.get("type"), str):
        raise bad_request("can't parse inline query result: InlineQueryResult must be an Object")
    identifier = result.get("id")
    if not isinstance(identifier, str) or not 1 <= len(identifier.encode()) <= _LONGEST_ID:
        raise bad_request("RESULT_ID_INVALID")
    if result["type"] == "article":
        _check_article(result)
    if markup := result.get("reply_markup"):
        keyboards.inline(markup)


def _check_article(result: dict[str, Any]) -> None:
    content = result.get("input_message_content")
    if not isinstance(result.get("title"), str) or not result["title"].strip():
        raise bad_request("can't parse inline query result: title must be non-empty")
    if not isinstance(content, dict):
        raise bad_request("input message content is not specified")
    if content.get("parse_mode"):
        raise bad_request("unsupported parse_mode: the stand-in takes entities only")
    texts.message_text(
        encodable(str(content.get("message_text") or "")), content.get("entities") or []
    )
