import datetime as dt

import pytest

from config.catalogue import Catalogue, CatalogueError, load

TREATY = """
id = "quad-1907"
short = "Quad entente (1907)"
parties = ["A", "B"]
status = "ended"
about = "An entente of four."
checked = []

[title]
en = "Entente of the Four"

[sources]
gazette = "Gazette of 1907"

[[clauses]]
number = "1"
slug = "peace"
title = "Peace"
description = "The parties keep the peace."
number_checked = ["gazette"]
content_checked = ["gazette"]

[[clauses]]
number = "2"
slug = "trade"
title = "Trade"
description = "The parties trade."
number_checked = ["gazette"]
content_checked = []
"""
SHIPPED = load()


@pytest.fixture
def overlay(tmp_path):
    """Write files into a folder to lay over the shipped catalogue."""
    (tmp_path / "treaties").mkdir()

    def write(**files):
        for name, content in files.items():
            folder = tmp_path if name in {"catalogue", "outlets", "people"} else "treaties"
            path = tmp_path / folder / f"{name.replace('_', '-')}.toml"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


@pytest.fixture
def complaint(overlay):
    """Tell what is said about a folder that cannot be used."""

    def said(**files):
        with pytest.raises(CatalogueError) as refused:
            load(overlay(**files))
        return str(refused.value)

    return said


def test_the_shipped_catalogue_has_the_treaty_of_2024_with_all_its_clauses():
    treaty = SHIPPED.default

    assert treaty.id == "russia-dprk-2024"
    assert (treaty.signed, treaty.in_force) == (dt.date(2024, 6, 19), dt.date(2024, 12, 4))
    assert [clause.number for clause in treaty.clauses] == [None, *map(str, range(1, 24))]


def test_every_shipped_file_is_the_treaty_it_is_called_after():
    assert len(SHIPPED.treaties) == 9
    assert all(treaty.id == key for key, treaty in SHIPPED.treaties.items())


@pytest.mark.parametrize("treaty", [pytest.param(t, id=t.id) for t in SHIPPED.treaties.values()])
def test_every_name_of_a_treaty_leads_to_it(treaty):
    for name in treaty.names():
        assert SHIPPED.treaty(name.upper()) == treaty


@pytest.mark.parametrize("treaty", [pytest.param(t, id=t.id) for t in SHIPPED.treaties.values()])
def test_what_is_not_verified_about_a_clause_is_said(treaty):
    for clause in treaty.clauses:
        verified = clause.number_checked and clause.content_checked

        assert verified or clause.open or clause.note, clause.slug


def test_every_name_of_an_outlet_or_person_leads_to_one():
    for outlet in SHIPPED.outlets:
        assert all(SHIPPED.outlet(name.upper()) == outlet for name in outlet.names())
    for person in SHIPPED.people:
        assert all(SHIPPED.person(name.upper()) == person for name in person.names())


@pytest.mark.parametrize(
    ("name", "person"),
    [
        pytest.param("Artem Lukin", "Artyom Lukin", id="another spelling"),
        pytest.param("Артем Лукин", "Artyom Lukin", id="Cyrillic without the dots"),
        pytest.param("김정은", "Kim Jong Un", id="Korean"),
        pytest.param("kim jong-un", "Kim Jong Un", id="hyphen"),
    ],
)
def test_a_person_is_found_in_any_script(name, person):
    assert SHIPPED.person(name).name == person


@pytest.mark.parametrize("name", ["Lukin", "Kim", "", "?!"])
def test_a_surname_alone_is_nobody(name):
    assert SHIPPED.person(name) is None


@pytest.mark.parametrize("name", [None, "", " ", "Daily Planet"])
def test_an_outlet_that_is_not_known_is_none(name):
    assert SHIPPED.outlet(name) is None


def test_whether_an_outlet_is_state_affiliated_may_be_yes_or_not_known():
    assert SHIPPED.outlet("ТАСС").state_affiliated is True
    assert SHIPPED.outlet("Interfax").state_affiliated is None


@pytest.mark.parametrize(
    "address",
    ["", ":", "assistance", "russia-dprk-2024", "russia-dprk-2024:nothing", "x:assistance"],
)
def test_an_address_that_leads_nowhere_finds_nothing(address):
    assert SHIPPED.at(address) is None


def test_clauses_on_one_topic_meet_across_treaties():
    home = SHIPPED.default.on("assistance")
    nato = SHIPPED.treaties["north-atlantic-1949"].on("assistance")

    assert (home.number, nato.number) == ("4", "5")
    assert SHIPPED.default.on(None) is None


def test_a_second_treaty_takes_one_file_and_no_code(overlay):
    catalogue = load(overlay(quad_1907=TREATY))

    treaty, clause = catalogue.at("quad-1907:trade")
    assert (treaty.short, clause.title) == ("Quad entente (1907)", "Trade")
    assert catalogue.treaty("entente of the four") == treaty
    assert catalogue.default == SHIPPED.default


def test_a_file_of_the_same_name_replaces_the_shipped_one(overlay):
    ours = TREATY.replace("quad-1907", "russia-dprk-2024")

    catalogue = load(overlay(russia_dprk_2024=ours))

    assert [clause.slug for clause in catalogue.default.clauses] == ["peace", "trade"]
    assert len(catalogue.treaties) == len(SHIPPED.treaties)


def test_an_operator_may_choose_another_default(overlay):
    catalogue = load(overlay(catalogue='default = "quad-1907"', quad_1907=TREATY))

    assert catalogue.default.id == "quad-1907"


def test_an_outlet_and_a_person_of_the_same_name_replace_the_shipped_ones(overlay):
    catalogue = load(
        overlay(
            outlets='[[outlets]]\nname = "TASS"\ncountry = "Ruritania"\n[[outlets]]\nname = "New"',
            people='[[people]]\nname = "Artyom Lukin"\nkind = "official"\naliases = ["A. Lukin"]',
        )
    )

    assert catalogue.outlet("TASS").country == "Ruritania"
    assert catalogue.outlet("ТАСС") is None
    assert len(catalogue.outlets) == len(SHIPPED.outlets) + 1
    assert catalogue.person("a. lukin").kind == "official"


def test_an_empty_folder_changes_nothing(tmp_path):
    catalogue = load(tmp_path)

    assert catalogue.treaties == SHIPPED.treaties
    assert catalogue.outlets == SHIPPED.outlets


def test_a_file_saved_with_a_byte_order_mark_is_read(overlay):
    assert "quad-1907" in load(overlay(quad_1907="\ufeff" + TREATY)).treaties


def test_a_name_of_marks_alone_is_not_what_marks_alone_mean(overlay):
    named = TREATY.replace("[title]", '[aliases]\nen = ["?!"]\n\n[title]')

    assert load(overlay(quad_1907=named)).treaty("…") is None


def broken(old, new, complaint):
    """Describe a mistake in the treaty's file, and what is said about it."""
    assert TREATY.count(old) >= 1
    return TREATY.replace(old, new, 1), f"treaties/quad-1907.toml: {complaint}"


SOURCE = "which [sources] does not have; add it there or correct its spelling."
MISTAKES = {
    "a missing key": broken(
        'title = "Trade"\n', "", "clauses 2 (trade), title is missing; add it."
    ),
    "a misspelt key": broken(
        'title = "Trade"',
        'titel = "Trade"',
        "clauses 2 (trade), titel is not a key here; write title if that is meant.",
    ),
    "a misspelt table": broken(
        "[[clauses]]", "[[clause]]", "clause is not a key here; write clauses if that is meant."
    ),
    "a key in the wrong part": broken(
        'slug = "trade"',
        'slug = "trade"\nsigned = 1907-01-02',
        "clauses 2 (trade), signed is not a key here; move it to the part of the file where it "
        "belongs.",
    ),
    "a key nobody knows": broken(
        'slug = "trade"',
        'slug = "trade"\nqwerty = 1',
        "clauses 2 (trade), qwerty is not a key of this file; remove it or correct its spelling.",
    ),
    "a number without marks": broken(
        'number = "2"', "number = 2", "clauses 2 (trade), number must be text in quotation marks."
    ),
    "a Roman number": broken(
        'number = "2"',
        'number = "II"',
        "clauses 2 (trade), number must be a number of one to three digits in quotation marks, "
        'such as "4".',
    ),
    "a slug in capitals": broken(
        'slug = "trade"',
        'slug = "Trade"',
        "clauses 2 (Trade), slug must be small Latin letters, digits and single hyphens, and "
        "begin with a letter.",
    ),
    "an empty text": broken(
        '"ended"', '""', "status must not be empty; leave the key out if it is not known."
    ),
    "a text for a list": broken(
        'parties = ["A", "B"]', 'parties = "A"', "parties must be a list in square brackets."
    ),
    "a text for a table": broken(
        'checked = []\n\n[title]\nen = "Entente of the Four"',
        'checked = []\ntitle = "Entente of the Four"',
        "title must be a table of keys and values.",
    ),
    "a list for a table": broken(
        'slug = "trade"',
        'slug = "trade"\naliases = ["commerce"]',
        "clauses 2 (trade), aliases must be a table of keys and values.",
    ),
    "a text among aliases": broken(
        'slug = "trade"',
        'slug = "trade"\naliases.en = "commerce"',
        "clauses 2 (trade), aliases, en must be a list in square brackets.",
    ),
    "a date in words": broken(
        "checked = []\n",
        'checked = []\nsigned = "2 January 1907"\n',
        "signed must be a date such as 2024-06-19.",
    ),
    "a date with a time": broken(
        "checked = []\n",
        "checked = []\nsigned = 1907-01-02T10:00:00\n",
        "signed must be a date without a time, such as 2024-06-19.",
    ),
    "a count in words": broken(
        "checked = []\n", 'checked = []\narticles = "two"\n', "articles must be a whole number."
    ),
    "a count of none": broken(
        "checked = []\n", "checked = []\narticles = 0\n", "articles must be greater than 0."
    ),
    "too long a name": broken(
        "Quad entente", "Quad " * 10, "short is longer than 48 characters; shorten it."
    ),
    "a source nobody lists": broken(
        '["gazette"]',
        '["gazete"]',
        f"the file names the source 'gazete' in the clause 'peace', {SOURCE}",
    ),
    "a source of the whole": broken(
        "checked = []", 'checked = ["x"]', f"the file names the source 'x' in checked, {SOURCE}"
    ),
    "a source of an event": broken(
        "[sources]",
        '[[events]]\ndate = 1907-01-02\nwhat = "Signed."\nchecked = ["x"]\n[sources]',
        f"the file names the source 'x' in the event of 1907-01-02, {SOURCE}",
    ),
    "one slug twice": broken(
        '"trade"', '"peace"', "the file has two clauses with the slug 'peace'; make them differ."
    ),
    "one number twice": broken(
        '"2"', '"1"', "the file has two clauses with the number '1'; make them differ."
    ),
    "a reference from no clause": broken(
        "[sources]",
        '[[references]]\nnumber = "51"\nof = "x"\nclause = "war"\ndescription = "x"\n[sources]',
        "the file has a reference to the clause 'war', which it does not have; write the slug of "
        "one it has.",
    ),
    "a comparison with nothing": broken(
        "checked = []\n",
        'checked = []\ncompare_with = ["triple-1882"]\n',
        "compare_with names 'triple-1882', of which there is no file; add it or take the name "
        "out.",
    ),
    "an id that is not the file's name": broken(
        'id = "quad-1907"',
        'id = "quad-1908"',
        "id is 'quad-1908'; call the file quad-1908.toml or mend the id.",
    ),
    "not TOML": broken(
        "[title]",
        "[title",
        "this is not TOML: Expected ']' at the end of a table declaration (at line 9, column 7); "
        "mend that place.",
    ),
}


@pytest.mark.parametrize(
    ("content", "expected"), [pytest.param(*mistake, id=key) for key, mistake in MISTAKES.items()]
)
def test_a_mistake_in_a_treaty_is_told_with_file_entry_and_fix(complaint, content, expected):
    assert complaint(quad_1907=content) == expected


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        pytest.param(
            "catalogue",
            'default = "quad-1907"',
            "catalogue.toml: default = 'quad-1907' is not a treaty here; write one of "
            "china-dprk-1961, csto-1992, north-atlantic-1949, russia-dprk-2000, russia-dprk-2024, "
            "union-state, us-japan-1960, us-rok-1953, ussr-dprk-1961.",
            id="a default that does not exist",
        ),
        pytest.param(
            "catalogue",
            "default = 2024",
            "catalogue.toml: default must be the id of a treaty, in quotation marks.",
            id="a default that is no text",
        ),
        pytest.param(
            "catalogue",
            'defualt = "csto-1992"',
            "catalogue.toml: defualt is not a key of this file; default is.",
            id="a default misspelt",
        ),
        pytest.param(
            "outlets",
            "outlets = 3",
            "outlets.toml: outlets must be a list of tables; begin each entry with [[outlets]].",
            id="outlets that are a number",
        ),
        pytest.param(
            "outlets",
            '[outlets]\nname = "TASS"',
            "outlets.toml: outlets must be a list of tables; begin each entry with [[outlets]].",
            id="single brackets",
        ),
        pytest.param(
            "outlets",
            'outlets = ["TASS"]',
            "outlets.toml: outlets must be a list of tables; begin each entry with [[outlets]].",
            id="a list of names",
        ),
        pytest.param(
            "outlets",
            '[[outlet]]\nname = "TASS"',
            "outlets.toml: outlet is not a key of this file; begin each entry with [[outlets]].",
            id="a table misspelt",
        ),
        pytest.param(
            "outlets",
            '[[outlets]]\nname = "New"\nstate_affiliated = "perhaps"',
            "outlets.toml, entry New: state_affiliated must be true or false, without quotation "
            "marks.",
            id="a wrong type in an outlet",
        ),
        pytest.param(
            "outlets",
            '[[outlets]]\nname = "New"\nstate_afiliated = true',
            "outlets.toml, entry New: state_afiliated is not a key here; write state_affiliated "
            "if that is meant.",
            id="a misspelt key in an outlet",
        ),
        pytest.param(
            "outlets",
            '[[outlets]]\nname = "New"\n[[outlets]]\ncountry = "Ruritania"',
            "outlets.toml, entry 2: name is missing; add it.",
            id="an outlet without a name",
        ),
        pytest.param(
            "outlets",
            '[[outlets]]\nname = "New"\n[[outlets]]\nname = "New"',
            "outlets.toml: there are two entries New; keep one.",
            id="an outlet twice",
        ),
        pytest.param(
            "people",
            '[[people]]\nname = "Ada"\nkind = "expert"\nnames = "x"',
            "people.toml, entry Ada: names must be a table of keys and values.",
            id="names that are a text",
        ),
        pytest.param(
            "people",
            '[[people]]\nname = "Ada"\nkind = "professor"',
            "people.toml, entry Ada: kind must be 'expert' or 'official'.",
            id="a kind nobody knows",
        ),
        pytest.param(
            "people",
            "x = " + "[" * 9000,
            "people.toml: this is nested too deeply; unfold it.",
            id="brackets without end",
        ),
        pytest.param(
            "people",
            '[[people]]\nname = "Núñez"'.encode("latin-1"),
            "people.toml: byte 20 is not UTF-8; save the file as UTF-8.",
            id="another encoding",
        ),
    ],
)
def test_a_mistake_in_another_file_is_told_as_well(complaint, file, content, expected):
    assert complaint(**{file: content}) == expected


def test_clauses_in_single_brackets_are_explained(complaint):
    head = TREATY.partition("[[clauses]]")[0]

    said = complaint(quad_1907=head + '[clauses]\nnumber = "1"')

    assert said == (
        "treaties/quad-1907.toml: clauses must be a list; if it is one of tables, begin each with "
        "[[clauses]]."
    )


def test_a_catalogue_without_treaties_says_what_it_lacks():
    with pytest.raises(CatalogueError, match="write one of the treaties you add"):
        Catalogue("quad-1907", ())


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [
        pytest.param("trade ... ", "must be words with single blanks", id="a gap at the end"),
        pytest.param("/trade", "must be words with single blanks", id="or nothing"),
        pytest.param("tr* .. ta*", "must have a word of four letters", id="nothing to look up"),
    ],
)
def test_a_phrase_of_evidence_that_cannot_be_sought_is_refused(complaint, phrase, problem):
    said = complaint(quad_1907=f'{TREATY}\n[clauses.evidence.en]\nsays = ["{phrase}"]\n')

    assert f"clauses 2 (trade), evidence, en, says 1 {problem}" in said


@pytest.mark.parametrize("treaty", [pytest.param(t, id=t.id) for t in SHIPPED.treaties.values()])
def test_names_that_are_shared_or_of_a_body_are_names_of_the_treaty(treaty):
    assert {*treaty.shared_names, *treaty.bodies} <= set(treaty.names())
