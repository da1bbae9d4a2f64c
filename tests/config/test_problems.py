from dataclasses import dataclass
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from config import problems
from config.entries import Outlet, Person, Treaty
from digests import records


@dataclass(frozen=True)
class Leaf:
    colour: str


class Tree(BaseModel):
    model_config = ConfigDict(extra="forbid")

    height: int
    kind: Literal["oak", "ash"] = "oak"
    leaves: tuple[Leaf, ...] = ()
    odd: Annotated[str, Field(pattern="^odd$")] = "odd"
    wide: Annotated[int, Field(multiple_of=5)] = 5


def said(table):
    with pytest.raises(ValidationError) as refused:
        Tree.model_validate(table)
    return problems.sentences(refused.value, ("height", "kind", "leaves", "colour"))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param({}, ["height is missing; add it"], id="missing"),
        pytest.param(
            {"height": "tall"}, ["height must be a whole number"], id="a number in words"
        ),
        pytest.param(
            {"height": 1, "kind": "elm"}, ["kind must be 'oak' or 'ash'"], id="no such choice"
        ),
        pytest.param(
            {"height": 1, "leaves": [{"colour": "red"}, {"colour": 2}]},
            ["leaves 2, colour must be text in quotation marks"],
            id="deep inside, counted from one",
        ),
        pytest.param(
            {"height": 1, "leaves": ["red"]},
            ["leaves 1 must be a table of keys and values"],
            id="a text for a table",
        ),
        pytest.param(
            {"height": 1, "odd": "even"}, ["odd does not have the form ^odd$"], id="other pattern"
        ),
        pytest.param(
            {"height": 1, "wide": 7},
            ["wide Input should be a multiple of 5"],
            id="a kind of error nobody foresaw",
        ),
        pytest.param(
            {"hieght": 1},
            [
                "hieght is not a key here; write height if that is meant",
                "height is missing; add it",
            ],
            id="a slip comes before what it leaves missing",
        ),
        pytest.param(3, ["the file must be a table of keys and values"], id="no table at all"),
    ],
)
def test_a_problem_is_told_in_a_sentence_with_its_place(table, expected):
    assert said(table) == expected


def patterns(schema):
    match schema:
        case {"pattern": str(pattern)}:
            yield pattern
        case dict():
            for part in schema.values():
                yield from patterns(part)
        case list():
            for part in schema:
                yield from patterns(part)


@pytest.mark.parametrize(
    "schema",
    [
        pytest.param(records.schema(), id="records"),
        *(
            pytest.param(TypeAdapter(kind).json_schema(), id=kind.__name__)
            for kind in (Treaty, Outlet, Person)
        ),
    ],
)
def test_nobody_is_asked_to_read_a_pattern(schema):
    assert set(patterns(schema)) <= set(problems.FORMS)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param((), "the file", id="the whole"),
        pytest.param(("quotes", 1, "speaker"), "quotes 2, speaker", id="inside a list"),
        pytest.param((0,), "0", id="a number alone"),
    ],
)
def test_a_place_is_named_as_its_author_counts(place, expected):
    assert problems.place(place) == expected
