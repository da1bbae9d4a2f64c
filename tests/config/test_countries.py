import pytest

from config.countries import NAMES, named


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        pytest.param("Moscow and Pyongyang", ["Russia", "DPRK"], id="capitals"),
        pytest.param("Russian-North Korean ties", ["Russia", "DPRK"], id="adjectives"),
        pytest.param(
            "the Democratic People’s Republic of Korea, the Republic of Korea",
            ["DPRK", "Republic of Korea"],
            id="one name inside another",
        ),
        pytest.param("It helps us and the US.", ["United States"], id="us and US"),
        pytest.param("договор РФ и КНДР", ["Russia", "DPRK"], id="Russian"),
        pytest.param("северокорейские войска", ["DPRK"], id="Russian adjective"),
        pytest.param("북러 조약", ["DPRK", "Russia"], id="a Korean pair"),
        pytest.param("Prussian blue, a Chinatown", [], id="inside other words"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_countries_are_found_by_what_the_news_calls_them(text, countries):
    assert [country for one in named(text) for country in one.countries] == countries


@pytest.mark.parametrize("country", NAMES)
def test_every_name_of_a_country_leads_to_it(country):
    for name in NAMES[country].split("|"):
        assert [one.countries for one in named(name.replace("*", ""))] == [(country,)], name
