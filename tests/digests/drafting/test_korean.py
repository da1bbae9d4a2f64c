import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config import catalogue as catalogues
from digests.drafting import sections
from digests.drafting.korean import KoreanAttribution, readable
from digests.drafting.korean_names import is_name
from digests.drafting.reading import read

CATALOGUE = catalogues.load()
TODAY = dt.date(2025, 6, 20)


def drafted(text):
    return read(text, CATALOGUE, TODAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "이준호 통일연구원 선임연구위원은 “이번 조약은 상징에 가깝다”고 "
            "평가했다. 이 위원은 “실질적 변화는 "
            "없을 것”이라고 덧붙였다.",
            [("이번 조약은 상징에 가깝다", "이준호"), ("실질적 변화는 없을 것", "이준호")],
            id="a family and a title",
        ),
        pytest.param(
            "게르하르트 만고트 인스브루크대 교수는 “문구가 예전과 비슷하다”고 "
            "말했다. 만고트 교수는 이어 “법적 "
            "효력은 약하다”고 설명했다.",
            [
                ("문구가 예전과 비슷하다", "게르하르트 만고트"),
                ("법적 효력은 약하다", "게르하르트 만고트"),
            ],
            id="a foreign name",
        ),
        pytest.param(
            "북한 외무성은 12일 담화에서 “주권을 침해하는 도발”이라고 비난했다. "
            "외무성 대변인은 “대가를 치를 "
            "것이다”라고 경고했다.",
            [("주권을 침해하는 도발", "북한 외무성"), ("대가를 치를 것이다", None)],
            id="a ministry, and a spokesman without a name",
        ),
        pytest.param(
            "러시아 크렘린궁 대변인 드미트리 페스코프는 “회담은 건설적이었다”고 전했다.",
            [("회담은 건설적이었다", "드미트리 페스코프")],
            id="the title first",
        ),
        pytest.param(
            "“다리는 내년에 열린다.” 최민수 군수는 자신 있게 말했다. 그는 “예산은 "
            "이미 확보했다”고 강조했다.",
            [("다리는 내년에 열린다.", "최민수"), ("예산은 이미 확보했다", "최민수")],
            id="the next sentence, and he",
        ),
        pytest.param(
            "정부 관계자는 “아직 결정된 바 없다”고 말했다. 영화 “기생충”은 큰 인기를 끌었다.",
            [("아직 결정된 바 없다", None)],
            id="an official, and a film",
        ),
        pytest.param(
            "조약 제4조는 “지체 없이 군사적 및 기타 원조를 제공한다”고 규정하고 "
            "있다. 러시아와 북한은 2024년 조약을 "
            "체결했다.",
            [("지체 없이 군사적 및 기타 원조를 제공한다", "treaty text")],
            id="the words of a treaty",
        ),
        pytest.param(
            '김영희 씨는 "시장에 손님이 없다"며 한숨을 쉬었다. "그래도 문은 연다"고 했다.',
            [("시장에 손님이 없다", "김영희"), ("그래도 문은 연다", "김영희")],
            id="nobody named again",
        ),
        pytest.param(
            "“이런 눈은 처음 봅니다”라고 주민 정순자(72) 씨가 말했다.",
            [("이런 눈은 처음 봅니다", "정순자")],
            id="the name behind",
        ),
        pytest.param(
            "강민재 감독은 경기 후 “선수들이 잘했다”면서 “다음 경기도 이기겠다”고 밝혔다.",
            [("선수들이 잘했다", "강민재"), ("다음 경기도 이기겠다", "강민재")],
            id="two quotes",
        ),
        pytest.param(
            "문재인 전 대통령은 회고록 『변방에서 중심으로』를 냈다. 그는 책에서 "
            "‘평화가 곧 경제’라고 썼다.",
            [("평화가 곧 경제", "문재인")],
            id="a title in corners, and single marks",
        ),
        pytest.param(
            "세르게이 라브로프 러시아 외무장관은 “조약은 방어적 성격”이라고 주장했다. 라브로프 "
            "장관은 또 “제3국을 겨냥하지 않는다”고 덧붙였다.",
            [
                ("조약은 방어적 성격", "세르게이 라브로프"),
                ("제3국을 겨냥하지 않는다", "세르게이 라브로프"),
            ],
            id="a minister and his surname",
        ),
        pytest.param(
            "조한범 통일연구원 석좌연구위원은 “일시적 현상이 아니다”라고 진단했다. 반면 양무진 "
            "북한대학원대 교수는 “실익은 제한적일 것”이라고 내다봤다.",
            [("일시적 현상이 아니다", "조한범"), ("실익은 제한적일 것", "양무진")],
            id="two scholars",
        ),
        pytest.param(
            "통일부는 “대화 제의는 유효하다”는 입장을 밝혔다.",
            [("대화 제의는 유효하다", "통일부")],
            id="a position",
        ),
        pytest.param(
            "윤 대통령은 “원칙대로 대응하라”고 지시했다. 윤석열 대통령은 이날 출국했다.",
            [("원칙대로 대응하라", "윤석열")],
            id="the family name before the full name",
        ),
        pytest.param(
            "박찬수 감독은 영화 「겨울 강」을 두고 “관객을 믿는다”고 말했다. 배우 "
            "한지민은 “촬영이 "
            "추웠다”며 웃었다.",
            [("관객을 믿는다", "박찬수"), ("촬영이 추웠다", "한지민")],
            id="a name without a title",
        ),
        pytest.param(
            "김여정 노동당 부부장은 담화를 통해 “적반하장”이라고 비난했다고 "
            "조선중앙통신이 보도했다.",
            [("적반하장", "김여정")],
            id="an agency that reports",
        ),
        pytest.param(
            "국방부 관계자는 기자들과 만나 “군은 만반의 태세를 갖추고 있다”고 했다.",
            [("군은 만반의 태세를 갖추고 있다", None)],
            id="an official of a ministry",
        ),
        pytest.param(
            "“법안은 통과될 것”이라는 게 송하늘 의원의 설명이다.",
            [("법안은 통과될 것", "송하늘")],
            id="whose explanation it is",
        ),
    ],
)
def test_a_quote_goes_to_whom_the_text_gives_it(text, expected):
    assert [(quote.text, quote.speaker) for quote in drafted(text).quotes] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "박지영 박사에 따르면 양국의 교역량은 꾸준히 늘고 있다. 박 박사는 "
            "교역이 더 늘 것이라고 전망했다.",
            [("박지영", "양국의 교역량은 꾸준히 늘고 있다"), ("박지영", "교역이 더 늘 것")],
            id="according to",
        ),
        pytest.param(
            "한편 윤서진 교수는 조약의 범위가 넓다고 지적했다.",
            [("윤서진", "조약의 범위가 넓다")],
            id="pointed out",
        ),
    ],
)
def test_what_is_reported_in_other_words(text, expected):
    assert [(one.speaker, one.statement) for one in drafted(text).indirect] == expected


@pytest.mark.parametrize("word", ["조약국", "정부", "전문가", "한국", "외무성", "교수"])
def test_common_words_are_no_names(word):
    assert not is_name(word)


WORDS = st.lists(
    st.sampled_from(
        '“ ” " ‘ ’ 「 」 . , \n 라고 고 말했다 밝혔다 김정은 김 교수는 교수 '
        "그는 전 대통령은 에 따르면 의 설명이다 "
        "조약 제4조는 외무성은 (72) 씨가 북한 한다고 것이라고".split(" ")
    ),
    max_size=40,
)


@settings(max_examples=300, deadline=None)
@given(
    text=st.one_of(WORDS.map(" ".join), WORDS.map("".join), st.text(max_size=200)),
    treaty=st.booleans(),
)
def test_any_text_is_read(text, treaty):
    body = sections.paragraphs(text)

    attribution = KoreanAttribution(
        body, readable(body), ["김정은", "안드레이 루덴코"], treaty=treaty
    )

    for said in attribution.quotes():
        assert all(part.start < part.end for part in said.stretches)
    for one in attribution.reported:
        assert 0 <= one.start < one.end <= len(body[one.paragraph].text)
