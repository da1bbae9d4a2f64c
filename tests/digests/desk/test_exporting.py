from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st
from reviewing import drafts
from writing import NOW, an_article, publish, seeds, unhurried

from config import catalogue as catalogues
from digests import desk, records, review
from digests.library import Library
from digests.models import Article

CATALOGUE = catalogues.load()


def loaded(files):
    library = Library.open(None)
    desk.introduce(CATALOGUE, library)
    reports = list(desk.load(files, CATALOGUE, library, NOW, by="load", pause=unhurried))
    return library, [report.outcome for report in reports]


def held(library):
    return list(library.articles.everything())


def test_what_is_exported_loads_back_as_the_same_articles(seeded):
    files = list(desk.export(seeded))

    library, outcomes = loaded(files)

    assert [name for name, _ in files] == [f"{one.id}.toml" for one in held(seeded)]
    assert len(files) == len(seeds())
    assert set(outcomes) == {"new"}
    assert held(library) == held(seeded)
    assert list(desk.export(library)) == files
    library.close()


def test_loading_an_export_into_its_own_library_changes_nothing(library):
    publish(CATALOGUE, library, *(an_article(f"a-{n}") for n in range(250)))
    files = list(desk.export(library))

    reports = desk.load(files, CATALOGUE, library, NOW, by="load", pause=unhurried)

    assert len(files) == 250
    assert {report.outcome for report in reports} == {"same"}


def test_what_is_retracted_is_not_exported(library):
    publish(CATALOGUE, library, an_article("a"), an_article("b"))
    desk.retract("a", "a hoax", library, NOW, "1")

    assert [name for name, _ in desk.export(library)] == ["b.toml"]


@settings(max_examples=60, deadline=None)
@given(many=st.lists(drafts(), max_size=4))
def test_whatever_is_published_is_exported_and_loads_back_identically(many):
    with closing(Library.open(None)) as library:
        for number, draft in enumerate(many):
            article = review.accept(draft, CATALOGUE, f"a-{number}")
            if isinstance(article, Article):
                publish(CATALOGUE, library, article)
        again, outcomes = loaded(desk.export(library))
        assert set(outcomes) <= {"new"}
        assert held(again) == held(library)
        again.close()
        for (_, raw), article in zip(desk.export(library), held(library), strict=True):
            assert records.parse(raw, CATALOGUE) == article
