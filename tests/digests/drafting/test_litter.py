import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.drafting import litter, sections
from digests.drafting.sections import Paragraph

BODY = (
    "The treaty was signed in Pyongyang after talks that lasted for two hours, the Kremlin said."
)


@pytest.mark.parametrize(
    "line",
    """All news
News
WORLD
Home › World › Asia
Home > News
Main page / Press centre / Comments
Share
Share this article
Tweet
Facebook
Copy link
Facebook Twitter Telegram
VK OK Telegram
Share: VK OK Telegram
About  Programs  Experts  Publications  Events
SUBSCRIBE | LOG IN
Read more: Kim praises the pact
READ ALSO: Kim praises the pact
Read more: Kim calls it “unique”
You might also like: “Who Stole the Lighthouse?” and other cases
Related articles
Most read
Advertisement
SKIP ADVERTISEMENT
Subscribe to our newsletter
Subscribe to our newsletter.
Sign up for our daily newsletter
Sign up for “The Floe,” our biweekly newsletter
Follow us on Telegram
We use cookies to improve your experience.
By continuing to browse this site you agree to our cookie policy.
(Photo: Kremlin pool)
Photo: TASS
Photographs by Sam Teller
© Reuters
© 2024 Yonhap
Copyright 2024 The Daily Example
All rights reserved.
Getty Images
File photo
Putin and Kim in Pyongyang. Gavriil Grigorov/Sputnik/Kremlin Pool Photo via Getty Images
A police car blocks a road. REUTERS/Files
[1/2] A police car blocks a road, Lithuania. REUTERS/Files Purchase Licensing Rights, opens new tab
upstairs
Back to top
.
***
—
12 comments
6 Comments
Comments (3)
5 min read
4 MIN READ
Reading time: 4 minutes
Updated 3 hours ago
2 hours ago
By . Agency
By . Agency . PUBLISHED: 04:12 EST, 3 June 2014
By Agencies
PUBLISHED: 04:12 EST, 3 June 2014
Last updated: 3 June 2014
Tags: Russia, DPRK
Tags
#Russia #DPRK
FILED UNDER: Islands, Boats
(END)
END
###
hk-mbr/jj/rl
jane.roe@daily.example
(Reporting by Jane Roe; Editing by John Doe)
Reporting by Jane Roe in Moscow
(COMMERCIAL BREAK)
- Paper umbrella -
Все новости
Читайте также
Читайте также: «Мост построим»
Подписывайтесь на наш канал
Подписывайтесь на наш канал в Telegram.
Поделиться
Фото: архив редакции
Наверх
Реклама
Новости Политика Экономика Общество
Нашли ошибку? Выделите текст и нажмите Ctrl+Enter
Все права защищены
Теги: Россия, КНДР
기사입력 2024.06.20 10:30
무단전재 및 재배포 금지
<저작권자(c) 연합뉴스, 무단 전재-재배포, AI 학습 및 활용 금지>
구독
공유하기
관련기사
댓글 12
좋아요""".splitlines(),
)
def test_litter_is_told(line):
    assert litter.is_litter(line)


@pytest.mark.parametrize(
    "line",
    """He declined to comment.
“Share it,” he said.
"News" is what he called it.
He shared the news with Facebook and Twitter.
The news spread.
Putin visited Pyongyang.
Yes.
Home is where the treaty begins, he said.
Copyright law in Russia differs from that of its neighbours, the ministry said.
Published in 2019, the book describes the treaty in some detail and is often quoted.
Photo opportunities were few, but the two leaders smiled.
Related charges were dropped in May.
Read more than one article, he advised.
Video of the visit shows the two leaders in a car.
By Friday the text had been published.
Follow the money, he told them.
We use means at our disposal, the ministry said.
It was the end.
This is a rush transcript of an interview with Senator Philippa Crane.
Putin arrived in Pyongyang early on Wednesday, an aide told Sputnik/RIA Novosti.
Video by the ministry shows the two leaders.
Watch what they do, he told reporters in Seoul on the morning after the treaty was signed.
He said: "Advertisement"
Новости об этом распространились быстро.
Читайте договор внимательно, советует он.
Он поделился новостями.
Фотографии опубликованы.
정부는 구독자 수를 공개했다.
북한은 조약을 비준했다.
WALLACE: As you deem?
• 12 ships and 3 aircraft were sent.
Article 4
June 20, 2024""".splitlines(),
)
def test_a_sentence_is_never_litter(line):
    assert not litter.is_litter(line)


def sifted(*texts):
    return litter.sift([Paragraph(0, text) for text in texts])


@pytest.mark.parametrize(
    ("heading", "goes"),
    [
        pytest.param("About Putin’s visit to North Korea", True, id="a heading"),
        pytest.param("Визит в Пхеньян", True, id="in Russian"),
        pytest.param("러시아와의 조약", True, id="in Korean"),
        pytest.param("Konstantin Asmolov", False, id="somebody's name"),
        pytest.param("Andrei Lankov, Kookmin University", False, id="a name and a place of work"),
        pytest.param("What does it mean?", False, id="a question"),
        pytest.param("The “Asian NATO”", False, id="with a quotation"),
        pytest.param("He refused.", False, id="a sentence"),
        pytest.param("to be continued", False, id="in small letters"),
        pytest.param("He named three reasons:", False, id="before a list"),
    ],
)
def test_headings_of_sections_go(heading, goes):
    kept, dropped = sifted(BODY, heading, BODY)

    assert [paragraph.text for paragraph in kept] == (
        [BODY, BODY] if goes else [BODY, heading, BODY]
    )
    assert dropped == ([heading] if goes else [])


def test_a_list_is_no_row_of_headings():
    texts = [BODY, "Food aid", "Fuel and spare parts", BODY]

    assert sifted(*texts).dropped == []


def test_headlines_of_other_articles_go_with_their_label():
    links = ["More on this story", '"Give It to Danny": the best T-shirts', "Another pact is near"]

    kept, dropped = sifted(BODY, *links, BODY)

    assert dropped == links
    assert len(kept) == 2


@given(text=st.text(max_size=400))
def test_nothing_makes_it_fail(text):
    paragraphs = sections.paragraphs(text)

    kept, dropped = litter.sift(paragraphs)

    assert sorted([p.text for p in kept] + dropped) == sorted(p.text for p in paragraphs)


@given(text=st.text(max_size=80), mark=st.sampled_from("“”«»„"))
def test_what_holds_a_quotation_stays_but_for_links_and_notices(text, mark):
    quoted = f"He calls it {mark}{text}"

    assert not litter.is_litter(quoted)
