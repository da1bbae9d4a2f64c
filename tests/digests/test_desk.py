import datetime as dt
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writing import NOW, TODAY, TREATY, a_quote, an_article, ids, publish, seeds, slugs, unhurried

from config import catalogue as catalogues
from digests import desk, records
from digests.answers import clause, latest, search, speaker
from digests.desk import loading
from digests.errors import LibraryBusy
from digests.library import Library
from digests.models import Filter, SpeakerKind

CATALOGUE = catalogues.load()
LATER = NOW + dt.timedelta(days=1)
ALL = Filter()


def raw(article):
    return records.dump(article).encode()


def load(library, *files, now=NOW):
    reports = desk.load(files, CATALOGUE, library, now, by="load", pause=unhurried)
    return {report.file: report.outcome for report in reports}


def said(library, name):
    return [
        cited.quote.text
        for cited in speaker.about(name, CATALOGUE, library, TODAY, limit=9).quotes
    ]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.db"


def test_what_is_loaded_twice_changes_nothing(library):
    first = load(library, *seeds())
    held = library.articles.latest(ALL, 9)
    again = load(library, *seeds(), now=LATER)

    assert set(first.values()) == {"new"}
    assert set(again.values()) == {"same"}
    assert library.articles.latest(ALL, 9) == held
    assert [library.articles.history(one.id) for one in held] == [[]] * 5


def test_a_corrected_record_speaks_at_once_and_its_past_is_kept(catalogue, library):
    wrong = an_article(
        headline="Pact signed",
        published=dt.date(2024, 6, 20),
        clauses=("assistance",),
        quotes=(a_quote("Bound.", speaker="Roman Lobov", clauses=("assistance",)),),
    )
    right = an_article(
        headline="Treaty signed",
        published=dt.date(2024, 6, 21),
        quotes=(a_quote("Unbound.", speaker="Artyom Lukin"),),
    )

    publish(catalogue, library, wrong)
    outcome = desk.publish(right, catalogue, library, LATER, by="an editor")

    assert outcome == "changed"
    assert said(library, "Lukin") == ["Unbound."]
    assert said(library, "Lobov") == []
    about = clause.about("assistance", catalogue, library, TODAY, limit=9)
    assert (about.quotes, about.articles, about.tally.quotes) == ((), (), 0)
    newest = latest.articles("", catalogue, library, TODAY).articles
    assert [(one.headline, one.published) for one in newest] == [
        ("Treaty signed", dt.date(2024, 6, 21))
    ]
    for word, found in [("unbound", 1), ("bound", 0), ("treaty", 1), ("pact", 0)]:
        assert search.find(word, catalogue, library, TODAY, limit=9).total.number == found
    assert library.articles.history(wrong.id) == [(LATER, "an editor", wrong)]


def test_a_bad_record_keeps_no_good_one_out_and_nothing_of_it_comes_in(library):
    good = [(f"{n}.toml", raw(an_article(f"good-{n}"))) for n in range(25)]
    bad = raw(an_article("bad", quotes=(a_quote(speaker="Nobody Known"),))) + b"clause = 4\n"

    outcomes = load(library, *good[:10], ("bad.toml", bad), *good[10:])

    assert outcomes.pop("bad.toml") == "refused"
    assert set(outcomes.values()) == {"new"}
    assert library.articles.total() == 25
    assert library.articles.get("bad") is None
    assert library.speakers.called(["nobody"]).speakers == ()


def test_a_refusal_is_reported_with_its_reasons(library):
    (report,) = desk.load(
        [("a.toml", b'id = "a"')], CATALOGUE, library, NOW, by="load", pause=unhurried
    )

    assert report == desk.Report("a.toml", "refused", ("treaty is missing; add it.",))


def test_a_bulk_load_lets_others_in_after_every_twenty(library):
    pauses = []
    files = [(f"{n}.toml", raw(an_article(f"a-{n}"))) for n in range(45)]

    reports = list(desk.load(files, CATALOGUE, library, NOW, by="load", pause=pauses.append))

    assert len(reports) == 45
    assert pauses == [loading.BREATH] * 3


def test_a_record_refused_behind_the_parser_leaves_the_others_of_its_group_alone(library):
    given = [an_article("a"), an_article("bad", headline="a\x00b"), an_article("b")]

    read = [(article.id, article) for article in given]
    reports = list(desk.shelve(read, CATALOGUE, library, NOW, by="load", pause=unhurried))

    assert [report.outcome for report in reports] == ["new", "refused", "new"]
    assert reports[1].problems[0].startswith("headline: ")
    assert ids(library.articles.latest(ALL, 9)) == ["b", "a"]


def test_of_records_of_one_group_with_one_id_each_replaces_the_one_before(library):
    told = [a_quote(text, speaker="Kim Novak", clauses=("assistance",)) for text in "ABC"]
    articles = [an_article("a", headline=quote.text, quotes=(quote,)) for quote in told]
    files = [(str(n), raw(article)) for n, article in enumerate([*articles, articles[2]])]

    outcomes = load(library, *files)

    assert list(outcomes.values()) == ["new", "changed", "changed", "same"]
    assert library.articles.get("a") == articles[2]
    assert [former for _, _, former in library.articles.history("a")] == articles[1::-1]
    assert said(library, "Kim Novak") == ["C"]
    assert library.quotes.tally(f"{TREATY}:assistance").speakers == 1
    assert [
        search.find(word, CATALOGUE, library, TODAY, limit=9).total.number for word in "abc"
    ] == [
        0,
        0,
        1,
    ]


def test_what_a_long_load_gathers_in_the_log_is_moved_into_the_file(path):
    long = loading.GROUP * loading.LOGGED
    files = [(str(n), raw(an_article(f"a-{n}"))) for n in range(long + 1)]
    with closing(Library.open(path)) as library:
        before = path.read_bytes()
        load(library, *files[:-1])

        assert before != (held := path.read_bytes())
        load(library, files[-1])
        assert path.read_bytes() == held


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("Artem Lukin", id="another spelling"),
        pytest.param("Артём Лукин", id="Cyrillic"),
        pytest.param("Артем Лукин", id="Cyrillic without the dots"),
        pytest.param("ARTYOM LUKIN", id="capitals"),
        pytest.param("Artyom Lukin’s", id="possessive"),
    ],
)
def test_a_person_of_the_catalogue_is_one_speaker_however_spelt(catalogue, library, printed):
    publish(
        catalogue,
        library,
        an_article("a", quotes=(a_quote("One.", speaker="Artyom Lukin"),)),
        an_article("b", quotes=(a_quote("Two.", speaker=printed),)),
    )

    (one,) = library.speakers.all(ALL, 9)
    assert (one.name, one.kind, one.quotes) == ("Artyom Lukin", SpeakerKind.EXPERT, 2)
    assert one.affiliation == "Far Eastern Federal University"
    assert said(library, "Lukin") == ["Two.", "One."]


def test_two_people_with_one_surname_are_two(catalogue, library):
    publish(
        catalogue,
        library,
        an_article("a", quotes=(a_quote("One.", speaker="Artyom Lukin"),)),
        an_article("b", quotes=(a_quote("Two.", speaker="Alexander Lukin"),)),
    )

    which = speaker.about("Lukin", catalogue, library, TODAY, limit=9)
    assert set(slugs(which.candidates)) == {"artyom-lukin", "alexander-lukin"}
    assert said(library, "Alexander Lukin") == ["Two."]
    assert said(library, "Артём Лукин") == ["One."]


def test_an_affiliation_printed_with_one_quote_holds_for_the_others(catalogue, library):
    quotes = (
        a_quote("One.", speaker="Ada Núñez", affiliation="University of Vienna"),
        a_quote("Two.", speaker="Ada Núñez"),
    )
    publish(catalogue, library, an_article(quotes=quotes))

    (one,) = library.speakers.all(ALL, 9)
    assert (one.kind, one.affiliation) == (SpeakerKind.EXPERT, "University of Vienna")


def test_the_text_of_the_treaty_is_no_person(catalogue, library):
    publish(
        catalogue, library, an_article(quotes=(a_quote(speaker="treaty text", kind="treaty"),))
    )

    assert library.speakers.all(ALL, 9) == []
    assert library.speakers.get("treaty-text").kind is SpeakerKind.TREATY


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("김정은 위원장", id="Hangul"),
        pytest.param("Secretary " * 9, id="too long"),
        pytest.param("王毅", id="Chinese"),
        pytest.param("???", id="no letters"),
    ],
)
def test_a_name_that_makes_no_address_gets_a_short_one_that_stays(catalogue, library, name):
    for n in range(2):
        publish(catalogue, library, an_article(f"a-{n}", quotes=(a_quote(speaker=name),)))

    (one,) = library.speakers.all(ALL, 9)
    assert one.slug.isascii()
    assert one.slug
    assert len(one.slug) <= loading.LONGEST_SLUG
    assert one.quotes == 2
    answer = speaker.about(one.slug, catalogue, library, TODAY, limit=9)
    assert answer.total.number == 2


@settings(deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_name_gets_an_address_that_buttons_can_carry(name):
    slug = desk.speaker(a_quote(speaker=name), CATALOGUE).slug

    assert slug.isascii()
    assert 0 < len(slug) <= loading.LONGEST_SLUG
    assert not set(slug) & set(" :_")


def test_different_names_without_letters_of_ours_are_different_people():
    addresses = {desk.speaker(a_quote(speaker=name), CATALOGUE).slug for name in ("王毅", "王怡")}

    assert len(addresses) == 2


class Held:
    """A library whose lock another connection holds until enough pauses were made."""

    def __init__(self, path, pauses):
        self.made = 0
        self._pauses = pauses
        self._other = Library.open(path)
        self._lock = self._other.atomic()
        self._lock.__enter__()

    def pause(self, seconds):
        assert seconds in {loading.PAUSE, loading.BREATH}
        self.made += 1
        if self.made == self._pauses:
            self.release()

    def release(self):
        if self._lock:
            self._lock.__exit__(None, None, None)
            self._lock = None

    def close(self):
        self.release()
        self._other.close()


def test_a_load_waits_while_another_process_writes(path):
    with closing(Library.open(path)) as library, closing(Held(path, pauses=3)) as held:
        reports = list(desk.load(seeds(), CATALOGUE, library, NOW, by="load", pause=held.pause))

        assert {report.outcome for report in reports} == {"new"}
        assert held.made == 4
        assert library.articles.total() == 5


def test_a_load_gives_up_when_the_other_never_ends_and_can_be_begun_again(path):
    with closing(Library.open(path)) as library, closing(Held(path, pauses=0)) as held:
        with pytest.raises(LibraryBusy, match="Another process is writing"):
            list(desk.load(seeds(), CATALOGUE, library, NOW, by="load", pause=held.pause))

        assert held.made == loading.PATIENCE
        assert library.articles.total() == 0
        held.release()
        assert set(load(library, *seeds()).values()) == {"new"}


def test_a_preview_tells_what_would_happen_and_writes_nothing(catalogue, path):
    with closing(Library.open(path)) as library:
        kept = an_article(quotes=(a_quote(speaker="Artyom Lukin"),))
        publish(catalogue, library, kept)
        before = path.read_bytes(), library.articles.latest(ALL, 9)
        previews = [
            desk.preview(raw(article), catalogue, library)
            for article in (kept, an_article(), an_article("another"))
        ]
        refused = desk.preview(f'treaty = "{TREATY}"'.encode(), catalogue, library)

        assert previews == [("same", ()), ("changed", ()), ("new", ())]
        assert refused == ("refused", ("id is missing; add it.",))
        assert (path.read_bytes(), library.articles.latest(ALL, 9)) == before
        assert ids(library.articles.latest(ALL, 9)) == [kept.id]


def test_the_people_of_the_catalogue_are_known_before_they_are_quoted(catalogue, library):
    desk.introduce(catalogue, library)

    answer = speaker.about("Ушаков", catalogue, library, TODAY, limit=9)
    assert answer.speaker.name == "Yury Ushakov"
    assert answer.speaker.kind is SpeakerKind.OFFICIAL
    assert answer.total.number == 0
