import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digests.drafting import marks, sections


def found(text):
    paragraphs = sections.paragraphs(text)
    return [(paragraphs[one.paragraph].text, one) for one in marks.find(paragraphs)]


def quoted(text):
    return [paragraph[one.start : one.end] for paragraph, one in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '"We went," he said. "We saw it."', ["We went,", "We saw it."], id="straight"
        ),
        pytest.param("“We went,” he said. “We saw.”", ["We went,", "We saw."], id="curly"),
        pytest.param("„Wir gehen“, she said. „Jetzt.“", ["Wir gehen", "Jetzt."], id="low-high"),
        pytest.param("»Wir gehen«, she said.", ["Wir gehen"], id="angle, pointing inwards"),
        pytest.param("«Nous allons», she said.", ["Nous allons"], id="angle"),
        pytest.param("« Nous allons », she said.", ["Nous allons"], id="angle, with spaces"),
        pytest.param("``We went,'' he said.", ["We went,"], id="typewriter"),
        pytest.param("「조약의 언어」와 『다리』", ["조약의 언어", "다리"], id="corner"),
        pytest.param(
            '“It was full," he said. "We warned them.”',
            ["It was full,", "We warned them."],
            id="curly and straight mixed",
        ),
        pytest.param(
            '“One” in „zwei“ and «trois» and "four".',
            ["One", "zwei", "trois", "four"],
            id="four kinds in one line",
        ),
        pytest.param("”We went,” he said.", ["We went,"], id="wrongly turned at the beginning"),
        pytest.param("“We went.”“You stayed.”", ["We went.", "You stayed."], id="without a space"),
        pytest.param("(“We went,” he said.)", ["We went,"], id="in brackets"),
        pytest.param("“We”—he said—“went.”", ["We", "went."], id="between dashes"),
    ],
)
def test_whatever_the_marks_what_stands_between_them_is_found(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "'We were told to wait,' she said. 'So we waited.'",
            ["We were told to wait,", "So we waited."],
            id="straight",
        ),
        pytest.param(
            "‘It’s the players’ money,’ said Roe. ‘We don’t want it.’",
            ["It’s the players’ money,", "We don’t want it."],
            id="with apostrophes and possessives",
        ),
        pytest.param(
            "In the '90s it was; by '08 it was not, 'tis said.", [], id="decades and elisions"
        ),
        pytest.param("Rock 'n' roll and the workers' songs.", [], id="the ’n’ of a name"),
        pytest.param(
            "The workers' 'right to rest and to strike' is old.",
            ["right to rest and to strike"],
            id="behind a possessive",
        ),
    ],
)
def test_british_single_marks_are_told_from_apostrophes(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“He said ‘go home now, please’ and left,” said Roe.",
            ["He said ‘go home now, please’ and left,"],
            id="single in double",
        ),
        pytest.param(
            "‘The letter said “final notice” in red,’ said Roe.",
            ["The letter said “final notice” in red,"],
            id="double in single",
        ),
        pytest.param(
            '"The form says "final notice" in red," said Roe.',
            ['The form says "final notice" in red,'],
            id="straight in straight",
        ),
        pytest.param(
            "«Газета «Курьер» ошиблась», — сказал он.",
            ["Газета «Курьер» ошиблась"],
            id="angle in angle",
        ),
        pytest.param(
            "“They call it “peace” here,” she said.",
            ["They call it “peace” here,"],
            id="curly in curly",
        ),
    ],
)
def test_a_quote_in_a_quote_stays_inside(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“It was dark then.\n\n“We went,” he said. “We saw.”",
            [("It was dark then.", False), ("We went,", True), ("We saw.", False)],
            id="opened again",
        ),
        pytest.param(
            '"It was dark.\n\n"It was cold.\n\n"We went."',
            [("It was dark.", False), ("It was cold.", True), ("We went.", True)],
            id="over three paragraphs",
        ),
        pytest.param(
            "“It was dark then.\n\nWe went home,” he said.",
            [("It was dark then.", False), ("We went home,", True)],
            id="only closed",
        ),
        pytest.param(
            "“It was dark.”\n\n“We went,” he said.",
            [("It was dark.", False), ("We went,", False)],
            id="closed on each is no running on",
        ),
    ],
)
def test_a_quote_runs_on_over_paragraphs(text, expected):
    assert [
        (paragraph[one.start : one.end], one.continues) for paragraph, one in found(text)
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A long break.” Families came.\n\n“We came,” said Roe.",
            ["We came,"],
            id="stray closing",
        ),
        pytest.param(
            "He said: “We shall go home and never come back.",
            ["We shall go home and never come back."],
            id="speech that nobody closes",
        ),
        pytest.param("He called it “a day\n\nIt rained.", [], id="unclosed, and not speech"),
        pytest.param(
            "“We shall go home today, said Roe. “It is late,” he added.",
            ["We shall go home today,", "It is late,"],
            id="unclosed before its attribution",
        ),
        pytest.param(
            "“We shall go home today, said Roe. The rest of them left.",
            ["We shall go home today,"],
            id="unclosed before its attribution, and no mark behind",
        ),
        pytest.param(
            "“It was dark then. “We went home,” she said.",
            ["It was dark then.", "We went home,"],
            id="opened twice",
        ),
        pytest.param('“” and "" and “ ”', [], id="nothing between"),
    ],
)
def test_a_mark_too_many_or_too_few_does_not_turn_the_rest_inside_out(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He is 6'2\" tall.", [], id="feet and inches"),
        pytest.param('A 5" knife and "a map".', ["a map"], id="inches before a quote"),
        pytest.param('He read "Catch 22" twice.', ["Catch 22"], id="a number that ends a quote"),
        pytest.param('"We lost in ’87," he said.', ["We lost in ’87,"], id="a year in a quote"),
    ],
)
def test_inches_are_no_marks(text, expected):
    assert quoted(text) == expected


@settings(deadline=None)
@given(st.text(alphabet="“”\"„«»‘’' aB.,\n"))
def test_stretches_stand_in_order_and_keep_to_the_text(text):
    paragraphs = sections.paragraphs(text)
    latest = (0, 0)
    for one in marks.find(paragraphs):
        length = len(paragraphs[one.paragraph].text)
        assert latest <= (one.paragraph, one.opened)
        assert one.opened <= one.start < one.end <= one.closed <= length
        latest = (one.paragraph, one.closed)


@settings(deadline=None)
@given(st.text(alphabet="“”\"«»‘’' (a).,\n"))
def test_hiding_what_is_quoted_moves_nothing(text):
    paragraphs = sections.paragraphs(text)
    stretches = marks.find(paragraphs)
    for number, paragraph in enumerate(paragraphs):
        here = [one for one in stretches if one.paragraph == number]
        assert len(marks.hidden(paragraph.text, here)) == len(paragraph.text)
