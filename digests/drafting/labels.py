"""The words on a page that are not the article: navigation, sharing, notices."""

import re

NAVIGATION = frozenset(
    """
all news|news|latest news|latest|top news|top stories|breaking news|breaking|world news|home|
home page|main|main page|menu|world|asia|asia pacific|europe|africa|americas|middle east|
politics|business|economy|finance|markets|companies|opinion|opinions|analysis|commentary|
comment|editorial|feature|features|interview|interviews|explainer|exclusive|sport|sports|
culture|science|health|technology|tech|travel|lifestyle|weather|military|defense|defence|
security|society|diplomacy|international|national|local|video|videos|photo|photos|gallery|
pictures|live|search|sign in|log in|login|sign up|register|subscribe|subscribe now|
skip to content|skip to main content|back to top|to top|top|go to top|scroll to top|upstairs|
up|back|next|previous|prev|back to the list|back to list|print|print version|print this page|
email|e-mail|save|bookmark|listen|listen to this article|advertisement|advertisements|ad|ads|
sponsored|sponsored content|promoted|continue reading|continue reading below|load more|
show more|view all|see all|more|close|aa|comments|leave a comment|post a comment|view comments|
add a comment|no comments|reply|copy|copy link|link copied|copy url|share|share this|
share this article|share this story|share on facebook|share on twitter|share on x|
share via email|tweet|facebook|twitter|telegram|whatsapp|linkedin|reddit|vk|ok|viber|instagram|
youtube|pinterest|flipboard|messenger|line|wechat|download pdf|pdf|cite|donate|about|about us|
contact|contact us|contacts|programs|events|experts|publications|privacy policy|terms|
terms of use|terms of service|terms and conditions|terms apply|cookie policy|cookie settings|
accept all|accept cookies|accept|reject all|machine translation|show original|file photo|
summary|key points|highlights|end|the end|for immediate release|add us on google|useful links|
stay informed|archive|e-paper|newsletters|newsletter|podcast|podcasts|schedule|scores|
standings|help|faq|rss|apps|en|ru|ko|english|все новости|новости|новость|главная|главное|лента|
лента новостей|последние новости|в мире|мир|политика|экономика|общество|культура|наука|спорт|
происшествия|армия|оборона|безопасность|мнения|мнение|интервью|аналитика|эксклюзив|статьи|
видео|фото|фотогалерея|подробнее|читать далее|далее|читать полностью|поделиться|подписаться|
подписывайтесь|наверх|вверх|назад|вперед|реклама|на правах рекламы|комментарии|комментировать|
оставить комментарий|написать комментарий|распечатать|печать|версия для печати|
скопировать ссылку|копировать ссылку|показать еще|загрузить еще|вконтакте|одноклассники|
телеграм|дзен|меню|поиск|войти|регистрация|море|регион|россия|сюжет|сюжеты|홈|뉴스|최신뉴스|
최신 뉴스|
전체기사|전체 기사|전체|정치|경제|사회|국제|북한|문화|스포츠|연예|오피니언|속보|구독|구독하기|
구독 신청|공유|공유하기|기사 공유|기사공유|댓글|댓글쓰기|댓글 쓰기|
좋아요|목록|목록으로|이전|다음|이전 기사|다음 기사|맨 위로|맨위로|위로|위로 가기|기사 원문|
원문 보기|광고|프린트|인쇄|인쇄하기|글자크기|글자 크기|글자크기 조정|
글씨크기|카카오톡|페이스북|트위터|네이버|밴드|url 복사|url복사|링크 복사|링크복사|주소 복사|
스크랩|로그인|회원가입|메뉴|검색|닫기|본문|본문 바로가기|
기자 페이지|연합뉴스tv|제보|skip advertisement
""".replace("\n", "").split("|")
)
# Under these stand the headlines of other articles.
RELATED = frozenset(
    """
related|related articles|related article|related stories|related story|related news|
related content|related topics|related links|more news|more stories|more on this|
more on this story|more on this topic|more from|read more|read next|read also|also read|
see also|most read|most popular|most viewed|trending|trending now|popular|popular now|
recommended|recommended for you|recommended stories|you may also like|you might also like|
you may like|editors picks|editors pick|suggested topics|tags|topics|keywords|filed under|
latest stories|читайте также|читать также|смотрите также|материалы по теме|по теме|еще по теме|
другие новости|самое читаемое|популярное|рекомендуем|новости по теме|теги|метки|ключевые слова|
관련기사|관련 기사|관련뉴스|관련 뉴스|많이 본 뉴스|많이본 뉴스|추천기사|추천 기사|
이 시각 주요뉴스|주요뉴스|주요 뉴스|태그|키워드|핫뉴스|실시간 뉴스|
useful links
""".replace("\n", "").split("|")
)
LINKS = re.compile(
    r"(?:read (?:more|also|next|on)|also read|see also|related(?: (?:articles?|stor(?:y|ies)|"
    r"news|"
    r"content|topics|links))?|you (?:may|might) (?:also )?like|more (?:from|on)\b[^:]{0,50}|"
    r"recommended|watch(?: also| now)?|listen|don['’]t miss|in pictures|tags?|topics?|keywords?|"
    r"suggested topics|filed under|link to this story|explore more|"
    r"читайте(?: также)?|читать также|смотрите также|по теме|ещ[её] по теме|теги|метки|"
    r"ключевые слова|관련 ?(?:기사|뉴스)|태그|키워드|추천 ?기사)\s?[:：»›→]",
    re.IGNORECASE,
)
# Each of these is looked for at the beginning of a line only.
NOTICES = re.compile(
    r"©|(?:copyright|\(c\))\s?(?:©|\(c\)|(?:19|20)\d\d|by\b)|all rights reserved|"
    r"copy: content and"
    r"|(?:published|posted|(?:last )?updated|опубликовано|обновлено)(?: (?:on|at|в))?\s?(?::|"
    r":?\s?\d).{0,90}$"
    r"|(?:subscribe|sign up|register)\b.{0,80}(?:newsletter|news letter|alerts?|briefing|"
    r"e-?mails?|"
    r"updates|channel|inbox|telegram|today|access|a week|a month)\b|sign up(?: for|:)"
    r"|(?:follow|join|like|find) us\b|follow \S{1,30} on\b|join (?:our|the) .{0,40}channel"
    r"|download (?:our|the) .{0,20}app\b|get (?:the|our) .{0,40}(?:newsletter|inbox|app)\b"
    r"|(?:we|this (?:web)?site|our (?:web)?site) uses? cookies|by continuing to (?:use|browse)"
    r"|(?:accept|manage|cookie) (?:all )?(?:cookies?|settings|preferences|consent)"
    r"|want more\? try|support (?:local|our|independent) journalism|support us"
    r"|noticed an error|found an error|see an error|report an error|send us a tip"
    r"|\(?(?:additional )?(?:reporting|writing|editing) by\b"
    r"|our standards:|this is a rush transcript\.|machine translation from|media contacts?:"
    r"|a version of this article appear|order reprints|letters: send"
    r"|(?:share|поделиться)(?: this(?: article| story)?)?\s?[:：]|font size|"
    r"views?\s?[:：]\s?\d|shares?\s?[:：]\s?\d"
    r"|(?:подпис(?:ывайтесь|аться|ка)|подпишитесь|следите за|присоединяйтесь|читайте нас|"
    r"наш телеграм|"
    r"все права защищены|перепечатка|при использовании материалов|при цитировании|нашли ошибку|"
    r"заметили ошибку|сообщить об ошибке|время чтения|на сайте используются|мы используем|"
    r"этот сайт использует|оставайтесь на связи)\b"
    r"|<?저작권자|기사\s?제보|기사입력|최종수정|송고시간|입력\s?[:：\d]|등록\s?[:：\d]|"
    r"구독\s?(?:하|신청)|카카오톡"
    r"|네이버에서|좋아요\s?\d|댓글\s?\d|조회수?\s?[:：]?\s?\d",
    re.IGNORECASE,
)
CREDITS = re.compile(
    r"[(\[]?(?:(?:file |undated |handout )?(?:photo(?:s|graphs?)?|image|picture|caption|video|"
    r"graphic|"
    r"illustration|foto|credit)s?|фото(?:графи[яи])?|видео|иллюстрация|사진|자료사진|그래픽)"
    r"(?:\s(?:by(?! (?:the|a|an|his|her)\b)|credit|courtesy|source|автора)\b.{0,80}$"
    r"|\s?[:：/©=|].{0,200}$|\s?제공)"
    r"|[(\[](?:file photo|\d{1,2}/\d{1,2})[)\]]|\[(?:image|photo|사진)[:\s]",
    re.IGNORECASE,
)
RIGHTS = (
    "ll rights reserved",
    "ALL RIGHTS RESERVED",
    "무단전재",
    "무단 전재",
    "재배포 금지",
    "재배포금지",
    "prohibits its content",
)
CREDITED = re.compile(
    r"(?:\bgetty images|shutterstock|alamy(?: stock photo)?|epa-efe|file photo|"
    r"photo courtesy .{0,40}|"
    r"\b(?:reuters|afp|ap photo|ap|tass|sputnik|pool|epa|yonhap|kcna|xinhua|тасс|"
    r"риа новости)/[\w .'’-]{2,40}(?:via \w+)?|"
    r"/(?:reuters|afp|ap|tass|sputnik|pool|epa|yonhap|kcna)|credit: .{2,60}|"
    r"purchase licensing rights.{0,30})[)\].\s]*$",
    re.IGNORECASE,
)
# One of these, or a slash, stands in all of them: looked for first, since that is quick.
CREDITED_MARKS = (
    "getty images", "shutterstock", "alamy", "epa-efe", "file photo", "photo courtesy", "credit: ",
    "purchase licensing",
)  # fmt: skip
COUNTERS = re.compile(
    r"\d[\d,. ]*[km]?\s?(?:comments?|shares?|views?|likes?|reads|комментари\w*|просмотр\w*|"
    r"개의 댓글)"
    r"|(?:comments?|комментарии|댓글)\s?[(:]?\s?\d+\)?"
    r"|\d+\s?[-–]?\s?min(?:ute)?s?\.?\s?(?:to )?(?:read(?:ing)?(?: time)?|listen)"
    r"|reading time:? .{1,20}|(?:updated |published |posted )?(?:about )?\d+ (?:min(?:ute)?|"
    r"hour|day|week|month)s? ago"
    r"|(?:-\s?)?(?:30|0)(?:\s?-)|#{2,5}|\(?(?:end|конец|끝)\)?|#\S+(?:[ ,]+#\S+){0,15}"
    r"|\(\(.{1,120}\)\)|\S{1,60}@\S{1,60}\.\w{2,10}|"
    r"[a-z]{2,4}(?:-[a-z]{2,4})?(?:/[a-z-]{2,8}){1,4}"
    r"|by \..*|by (?:agenc(?:y|ies)|staff|staff reporter|staff writer|wires?|news desk)"
    r"|\((?:begin|end|commercial|crosstalk|video|start)[A-Z ]{0,20}\)",
    re.IGNORECASE,
)
# The first words of LINKS and NOTICES.
OPENERS = frozenset(
    "copyright all copy published posted last updated опубликовано обновлено subscribe sign "
    "register "
    "follow join like find download get we this our by accept manage cookie want support "
    "noticed "
    "found see report send additional reporting writing editing machine media a order letters "
    "share "
    "поделиться font view views shares подписывайтесь подписаться подписка подпишитесь следите "
    "присоединяйтесь читайте наш все перепечатка при нашли заметили сообщить время на мы этот "
    "оставайтесь read also related you more recommended watch listen don in tag tags topic "
    "topics "
    "keyword keywords suggested filed link explore читать смотрите по ещё еще теги метки "
    "ключевые "
    "url c".split()
)
