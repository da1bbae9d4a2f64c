import json
import logging

import pytest

from bot.logs import Redacting

TOKEN = "123456:ABC-def_ghi"  # noqa: S105 - opens nothing
URL = f"https://api.telegram.org/bot{TOKEN}/getMe"
QUOTED = URL.replace(":ABC", "%3AABC")


def written(form, message, *values, error=None, **fields):
    exc_info = (type(error), error, error.__traceback__) if error else None
    record = logging.makeLogRecord(
        {"name": "bot.test", "levelname": "INFO", "msg": message, "args": values, **fields}
    )
    record.exc_info = exc_info
    return Redacting(form, (TOKEN,)).format(record)


def raised(text):
    with pytest.raises(ValueError, match="x") as caught:
        int(f"x{text}")
    return caught.value


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"message": f"calling {URL}"}, id="message"),
        pytest.param({"message": f"calling {QUOTED}"}, id="escaped in an address"),
        pytest.param({"message": "failed", "url": URL}, id="field"),
        pytest.param({"message": "failed", "error": raised(URL)}, id="traceback"),
    ],
)
def test_the_token_stands_nowhere_in_the_log(form, said):
    line = written(form, **said)

    assert "ABC-def" not in line
    assert "<token>" in line


def test_the_token_is_taken_out_of_values_filled_in():
    assert "ABC-def" not in written("text", "calling %s", URL)


def test_an_event_is_one_line_with_its_fields():
    line = written("text", "running", bot="treaty_bot")

    assert line.endswith("INFO    bot.test: running bot=treaty_bot")


def test_json_lines_can_be_read_back():
    entry = json.loads(written("json", "подписка %d", 4, error=raised("x\ny"), chat=-100))

    assert entry["event"] == "подписка 4"
    assert entry["level"] == "info"
    assert entry["chat"] == -100
    assert entry["exception"].startswith("Traceback")
