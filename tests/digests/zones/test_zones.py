from zoneinfo import ZoneInfo

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from digests import zones
from digests.zones import NoZone, Place, WhichZone, Zone, spellings

LOCALES = "en ru ko de fr es it pt pl uk be zh zh_Hant ja ar fa tr cs hu nl sv fi bg sr".split()
# What Unicode still calls otherwise; tzdata has joined these to the clocks of others.
OTHERWISE = {
    "Africa/Asmera": "Africa/Asmara",
    "America/Coral_Harbour": "America/Atikokan",
    "Pacific/Ponape": "Pacific/Pohnpei",
    "Pacific/Truk": "Pacific/Chuuk",
}


@pytest.mark.parametrize(
    ("zone", "spelt"),
    [
        ("Europe/Vienna", "Vienna|vienna|Wien|Вена|빈|비엔나|Viena|Bécs|in Vienna|Vienna time"),
        ("Europe/Vienna", "Europe/Vienna|europe/vienna|Europe Vienna|EUROPE_VIENNA|Innsbruck"),
        ("Europe/Berlin", "Berlin|München|Munich|Muenchen|Мюнхен|뮌헨|Köln|Cologne|Frankfurt"),
        ("Europe/Kyiv", "Kyiv|Kiev|Київ|Киев|Europe/Kiev|Lviv|Львов|Odessa"),
        ("Europe/Moscow", "Moscow|Москва|Moskau|MSK|МСК|St Petersburg|St. Petersburg|Питер"),
        ("Europe/Moscow", "Санкт-Петербург|Saint Petersburg|Moscow time"),
        ("Europe/Zurich", "Geneva|Genf|Genève|Женева|Bern|Zürich|Zurich"),
        ("America/New_York", "New York|new_york|Нью-Йорк|뉴욕|NYC|Washington|Washington, D.C."),
        ("America/New_York", "US/Eastern|america/new york|Boston"),
        ("Asia/Kolkata", "Mumbai|Bombay|Calcutta|Asia/Calcutta|Delhi|New Delhi"),
        ("Asia/Pyongyang", "Pyongyang|평양|Пхеньян|平壤|P'yongyang|Hamhung|함흥|North Korea|DPRK"),
        ("Asia/Seoul", "Seoul|서울|Сеул|KST|Busan|Pusan|부산|South Korea"),
        ("Asia/Shanghai", "Beijing|Peking|Пекин|北京|베이징|Shanghai"),
        ("Asia/Tokyo", "Tokyo|Токио|東京|도쿄|Osaka|大阪|Japan"),
        ("Asia/Vladivostok", "Vladivostok|Владивосток|블라디보스토크"),
        ("Asia/Yekaterinburg", "Yekaterinburg|Екатеринбург|Ekaterinburg"),
        ("Asia/Ho_Chi_Minh", "Saigon|Ho Chi Minh City"),
        ("America/Sao_Paulo", "Sao Paulo|São Paulo|Rio|Сан-Паулу"),
        ("America/Los_Angeles", "San Jose, United States|Portland|US/Pacific"),
        ("America/Costa_Rica", "San José, Costa Rica|Costa Rica"),
        ("Europe/Amsterdam", "The Hague|Den Haag|Amsterdam"),
        ("UTC", "UTC|utc|GMT|Z|Etc/UTC|UTC+0|GMT-0"),
        ("Etc/GMT-3", "GMT+3|UTC+3|utc + 3|UTC+03:00|Etc/GMT-3"),
        ("Etc/GMT+5", "GMT-5|UTC−5|etc/gmt+5"),
        ("Etc/GMT-14", "UTC+14"),
        ("Europe/Vienna", "Austria|Österreich|Австрия"),
    ],
)
def test_a_zone_is_found_by_any_common_name(zone, spelt):
    found = {each: zones.find(each) for each in spelt.split("|")}

    assert found == dict.fromkeys(spelt.split("|"), Zone(zone))


@pytest.mark.parametrize(
    ("words", "among"),
    [
        ("San Jose", {"America/Los_Angeles", "America/Costa_Rica"}),
        ("Cambridge", {"Europe/London", "America/New_York"}),
        ("Russia", {"Europe/Moscow", "Asia/Yekaterinburg"}),
        ("USA", {"America/New_York", "America/Los_Angeles"}),
        ("CET", {"Europe/Berlin", "Europe/Vienna"}),
        ("est", {"America/New_York"}),
        ("Eastern time", {"America/New_York"}),
        ("UTC+5:30", {"Asia/Kolkata"}),
        ("GMT-03:30", {"America/St_Johns"}),
    ],
)
def test_where_several_clocks_go_by_a_name_they_are_offered(words, among):
    found = zones.find(words)

    assert isinstance(found, WhichZone)
    assert among <= {place.zone for place in found.near}


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("Viennna", Place("Vienna", "Europe/Vienna")),
        ("Europe/Viena", Place("Vienna", "Europe/Vienna")),
        ("Pyongyan", Place("Pyongyang", "Asia/Pyongyang")),
        ("Munic", Place("Munich", "Europe/Berlin")),
        ("москве", Place("Moscow", "Europe/Moscow")),
        ("Vladi", Place("Vladivostok", "Asia/Vladivostok")),
    ],
)
def test_near_ones_are_offered_for_a_wrong_one(words, near):
    found = zones.find(words)

    assert isinstance(found, NoZone)
    assert found.near[0] == near


@pytest.mark.parametrize(
    "words", ["", " ", "!?", "qqqqxz", "5", "+3", "UTC+15", "GMT-13", "UTC+1:17"]
)
def test_what_is_like_no_zone_has_none_near(words):
    assert zones.find(words) == NoZone(())


def test_no_more_are_offered_than_asked_for():
    assert len(zones.find("Russia", limit=3).near) == 3
    assert len(zones.find("San", limit=2).near) == 2


def test_a_country_is_no_city():
    assert zones.called("Japan") is None
    assert zones.called("Russia") is None


def test_each_city_is_found_as_unicode_spells_it():
    strange = {}
    for locale in LOCALES:
        for name, told in Locale.parse(locale).time_zones.items():
            zone = zones.called(OTHERWISE.get(name, name))
            if isinstance(zone, Zone) and "city" in told and zone.name != "UTC":
                match zones.called(told["city"]):
                    case Zone(found) if found == zone.name:
                        pass
                    case WhichZone(near) if zone.name in {place.zone for place in near}:
                        pass
                    case found:
                        strange[locale, name, told["city"]] = found

    assert strange == {}


def test_every_zone_installed_is_found_by_its_name():
    for name in sorted(spellings.installed()):
        if "/" in name:
            found = zones.find(name)
            assert isinstance(found, Zone), name
            assert found.name == "UTC" or ZoneInfo(found.name)


def test_every_place_is_in_a_zone_that_is_installed():
    places = {place for many in spellings.everything().values() for place in many}
    offered = {place for many in spellings.clocks().values() for place in many}

    assert {place.zone for place in places | offered} <= spellings.installed()
    assert all(place.name for place in places)


@given(st.text())
def test_any_words_have_an_answer(words):
    match zones.find(words):
        case Zone(name):
            assert ZoneInfo(name)
        case WhichZone(near) | NoZone(near):
            assert len(near) == len({place.zone for place in near}) <= 5
