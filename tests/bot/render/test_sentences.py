"""The sentences to translate: collected by ``make messages``, whole, and free of remnants."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

import bot

ROOM = Path(bot.__file__).parent
KEYWORDS = DEFAULT_KEYWORDS | {"say": None, "later": None, "count": (1, 2)}
PLACE = re.compile(r"[a-z_]+")


def template():
    with (ROOM / "locales" / "messages.pot").open("rb") as file:
        return {message.id for message in read_po(file) if message.id}


def sentences():
    return sorted(
        {form for ids in template() for form in ([ids] if isinstance(ids, str) else ids)}
    )


def said():
    """Give each call that says something, with the file it stands in."""
    for file in sorted(ROOM.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
                name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
                if name in KEYWORDS and name not in DEFAULT_KEYWORDS:
                    yield file.relative_to(ROOM), name, node


def test_the_template_is_in_step_with_the_code():
    extracted = extract_from_dir(ROOM, keywords=KEYWORDS)
    spoken = {ids for _, _, ids, _, _ in extracted}

    assert template() == spoken, "run `make messages`"


@pytest.mark.parametrize("sentence", sentences())
def test_a_sentence_is_whole_and_has_places_with_names_only(sentence):
    fields = [field for field in Formatter().parse(sentence) if field[1] is not None]

    assert sentence == sentence.strip()
    assert re.search(r"[A-Za-z]", sentence)
    assert "  " not in sentence
    for _, name, form, conversion in fields:
        assert PLACE.fullmatch(name)
        assert (form, conversion) == ("", None)


def test_no_sentence_is_put_together_before_it_is_translated():
    for file, _, call in said():
        for argument in call.args[:2]:
            assert not isinstance(argument, ast.JoinedStr | ast.BinOp), f"{file}:{call.lineno}"


def test_every_place_of_a_sentence_is_filled():
    for file, name, call in said():
        literal = [a.value for a in call.args if isinstance(a, ast.Constant)]
        places = {p for text in literal if isinstance(text, str) for p in _places(text)}
        given = {keyword.arg for keyword in call.keywords}
        if name == "say" and literal:
            assert places == given, f"{file}:{call.lineno}"
        if name == "count":
            assert places - {"number"} == given, f"{file}:{call.lineno}"


def _places(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
