import ast
import asyncio
import gzip
import inspect
import socket
import ssl
import time
import tracemalloc
from ipaddress import ip_address
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver
from aiohttp.test_utils import TestServer
from yarl import URL

import bot
from bot import fetch as fetching
from bot.fetch import MOST_REDIRECTS, fetch
from bot.fetching import links
from bot.fetching.addresses import is_public
from bot.fetching.outcomes import Fetched, NotFetched, Obstacle
from digests.intake.outcomes import Reason, Refused
from digests.intake.reading import LONGEST_PAGE, read_page

LOCAL = ip_address("127.0.0.1")
PAGE = "<!DOCTYPE html><html><title>Договор</title><p>Text</p></html>"
HTML = "text/html; charset=utf-8"
# Of nobody, for news.example, and signed by itself.
CERTIFICATE = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgdZXa3iDl5PFZmjEF
A2TliUfJ7dPvewUSynjl3HqcqDChRANCAATFggO8ZJNCwM5+FEAPM3hZPVq/b3K2
rE4kT0/rDolZNBOhQf5EUjCO4q6UYNfBI/cc11ws2o/oSzzgmn0gGFLw
-----END PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBnTCCAUSgAwIBAgIUAmrmrUG24pfPGhtqC6Uh8ulxoqcwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMbmV3cy5leGFtcGxlMCAXDTI2MTEyMjAyMzMwM1oYDzIxMjYx
MDI5MDIzMzAzWjAXMRUwEwYDVQQDDAxuZXdzLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAATFggO8ZJNCwM5+FEAPM3hZPVq/b3K2rE4kT0/rDolZNBOh
Qf5EUjCO4q6UYNfBI/cc11ws2o/oSzzgmn0gGFLwo2wwajAdBgNVHQ4EFgQUuIqg
hPAunAcYcH3nWyjN5kWZk7MwHwYDVR0jBBgwFoAUuIqghPAunAcYcH3nWyjN5kWZ
k7MwDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxuZXdzLmV4YW1wbGUwCgYI
KoZIzj0EAwIDRwAwRAIgZ89yL9v+ijlfZRGXRV2zjXcnNqFNfQ9EqP6byJYVu8IC
ICFMNPIznVJfHgInpjUheOUzZL/vsMuXAmXUCtmSynDB
-----END CERTIFICATE-----
"""


class Town(AbstractResolver):
    """Names and where they are; a name with several houses moves at each look-up."""

    def __init__(self, houses):
        self.houses = houses
        self.asked = []

    async def resolve(self, host, port=0, family=socket.AF_INET):  # noqa: ARG002 - aiohttp's
        self.asked.append(host)
        if host not in self.houses:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        listed = self.houses[host]
        address = listed.pop(0) if len(listed) > 1 else listed[0]
        addresses = address if isinstance(address, list) else [address]
        return [
            place(host, *each)
            for each in ((at, port) if isinstance(at, str) else at for at in addresses)
        ]

    async def close(self):
        pass


def place(hostname, host, port):
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return {
        "hostname": hostname,
        "host": host,
        "port": port,
        "family": family,
        "proto": 0,
        "flags": socket.AI_NUMERICHOST,
    }


def local_too(address):
    """Let through, beside what is public, the one address that tests serve on."""
    return address == LOCAL or is_public(address)


class Site:
    """A server on this machine that stands for the web, and what it was asked."""

    def __init__(self):
        self.answers = {}
        self.asked = []
        self.houses = {}

    async def handle(self, request):
        self.asked.append(request)
        answer = self.answers[request.path]
        return await answer(request) if inspect.iscoroutinefunction(answer) else answer

    def says(self, path, body=PAGE, status=200, **headers):
        kept = {name.replace("_", "-"): value for name, value in headers.items()}
        body = body if isinstance(body, bytes) else body.encode()

        async def answer(_):
            return web.Response(body=body, status=status, headers={"Content-Type": HTML} | kept)

        self.answers[path] = answer

    def moves(self, path, to, status=302):
        self.says(path, status=status, Location=to)

    async def fetch(self, url="http://news.example/", **kwargs):
        town = Town(self.houses)
        return await fetch(url, resolver=town, reachable=local_too, **kwargs)


@pytest.fixture
async def site():
    site = Site()
    application = web.Application()
    application.router.add_get("/{path:.*}", site.handle)
    async with TestServer(application, host="127.0.0.1") as server:
        here = ("127.0.0.1", server.port)
        names = ["news.example", "www.news.example", "xn--d1abbgf6aiiy.xn--p1ai"]
        site.houses = {name: [here] for name in names}
        yield site


async def test_a_page_comes_as_it_was_sent(site):
    site.says("/a", Content_Type="text/html; charset=koi8-r")

    assert await site.fetch("http://news.example/a") == Fetched(
        "http://news.example/a", PAGE.encode(), "text/html; charset=koi8-r"
    )


async def test_a_page_is_asked_for_by_name_and_with_no_more_than_that(site):
    site.says("/")

    await site.fetch()

    [request] = site.asked
    assert "treaty-digest" in request.headers["User-Agent"]
    assert set(request.headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}
    assert request.host == "news.example"


async def test_names_in_any_script_are_understood(site):
    site.says("/новости")

    outcome = await site.fetch(" http://президент.рф/новости#part ")

    assert outcome.body == PAGE.encode()
    assert site.asked[0].host == "xn--d1abbgf6aiiy.xn--p1ai"


@pytest.mark.parametrize(
    "link",
    [
        "",
        "news.example/a",
        "file:///etc/passwd",
        "ftp://news.example/a",
        "gopher://news.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "//news.example/a",
        "http://",
        "http:///a",
        "http://anna@news.example/",
        "http://anna:secret@news.example/",
        "http://news.example:8080/",
        "http://news.example:22/",
        "http://news.example:443/",
        "https://news.example:80/",
        "http://news.example:99999/",
        "http://[::1/",
        "http://news .example/",
        "http://" + "a" * 64 + ".example/",
        "http://news.example/" + "a" * 3000,
        "http://2130706433/",
        "http://127.1/",
        "http://0177.0.0.1/",
    ],
)
async def test_what_is_no_link_to_a_page_is_not_followed(site, link):
    outcome = await site.fetch(link)

    assert isinstance(outcome, NotFetched)
    assert outcome.obstacle in {Obstacle.BAD_ADDRESS, Obstacle.UNREACHABLE}
    assert site.asked == []


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",  # noqa: S104 - asked, not bound
        "10.0.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:a9fe:a9fe]",
        "[::127.0.0.1]",
        "[fe80::1]",
        "[fc00::1]",
        "[fd00:ec2::254]",
        "[ff02::1]",
        "[64:ff9b::10.0.0.1]",
        "[64:ff9b:1::1]",
        "[2002:7f00:1::]",
        "[2001:0:4136:e378:8000:63bf:80ff:fffe]",
        "[2001:db8::1]",
        "１２７.０.０.１",
    ],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_an_address_of_the_neighbourhood_is_not_asked(scheme, host):
    outcome = await fetch(f"{scheme}://{host}/")

    assert outcome.obstacle == Obstacle.PRIVATE_ADDRESS


@pytest.mark.parametrize("host", ["0x7f.1", "0x7f000001", "127.0.0.0x1"])
async def test_an_address_of_the_neighbourhood_in_another_spelling_is_not_asked(host):
    outcome = await fetch(f"http://{host}/")

    assert outcome.obstacle in {Obstacle.PRIVATE_ADDRESS, Obstacle.BAD_ADDRESS}


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1",
        "100.63.255.255",
        "172.32.0.1",
        "192.0.1.1",
        "223.255.255.255",
        "2606:4700::1111",
        "::ffff:1.1.1.1",
        "64:ff9b::1.1.1.1",
    ],
)
def test_an_address_of_the_public_web_is_public(address):
    assert is_public(ip_address(address))


@pytest.mark.parametrize("address", ["10.0.0.1", "169.254.169.254", "::1", "fd00:ec2::254"])
async def test_a_name_that_leads_into_the_neighbourhood_is_not_asked(address):
    outcome = await fetch("http://evil.example/", resolver=Town({"evil.example": [address]}))

    assert outcome.obstacle == Obstacle.PRIVATE_ADDRESS


async def test_of_several_addresses_no_private_one_is_asked(site):
    site.says("/")
    site.houses["evil.example"] = [[("127.0.0.2", 9), site.houses["news.example"][0], ("::1", 9)]]

    assert isinstance(await site.fetch("http://evil.example/"), Fetched)
    assert await site.fetch("http://127.0.0.2/") == NotFetched(
        Obstacle.PRIVATE_ADDRESS, "http://127.0.0.2/"
    )


async def test_a_name_that_moves_after_it_was_looked_up_moves_nothing(site):
    site.says("/")
    site.houses["evil.example"] = [site.houses["news.example"][0], "10.0.0.1"]
    town = Town(site.houses)

    outcome = await fetch("http://evil.example/", resolver=town, reachable=local_too)

    assert isinstance(outcome, Fetched)
    assert town.asked == ["evil.example"]


async def test_a_name_that_moves_into_the_neighbourhood_between_redirects_is_not_asked(site):
    site.says("/a", status=302, Location="/b", Connection="close")
    site.houses["evil.example"] = [site.houses["news.example"][0], "10.0.0.1"]

    outcome = await site.fetch("http://evil.example/a")

    assert outcome == NotFetched(Obstacle.PRIVATE_ADDRESS, "http://evil.example/b")
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("location", "obstacle"),
    [
        ("http://10.0.0.1/", Obstacle.PRIVATE_ADDRESS),
        ("http://169.254.169.254/latest/meta-data", Obstacle.PRIVATE_ADDRESS),
        ("http://[::1]/", Obstacle.PRIVATE_ADDRESS),
        ("http://inside.example/", Obstacle.PRIVATE_ADDRESS),
        ("http://nowhere.example/", Obstacle.UNREACHABLE),
        ("file:///etc/passwd", Obstacle.BAD_ADDRESS),
        ("ftp://news.example/", Obstacle.BAD_ADDRESS),
        ("http://anna:secret@news.example/", Obstacle.BAD_ADDRESS),
        ("http://news.example:6379/", Obstacle.BAD_ADDRESS),
        ("http://[", Obstacle.BAD_ADDRESS),
        ("http://2130706433/", Obstacle.BAD_ADDRESS),
    ],
)
async def test_a_redirect_is_followed_no_further_than_a_link(site, location, obstacle):
    site.moves("/", location)
    site.houses["inside.example"] = ["192.168.0.1"]

    outcome = await site.fetch()

    assert outcome.obstacle == obstacle
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("address", "location", "outcome"),
    [
        ("https://a.example/b", "/c", URL("https://a.example/c")),
        ("http://a.example/b", "https://a.example/b", URL("https://a.example/b")),
        (
            "https://a.example/b",
            "http://a.example/b",
            NotFetched(Obstacle.DOWNGRADED, "http://a.example/b"),
        ),
    ],
)
def test_a_redirect_may_lead_to_https_and_not_away_from_it(address, location, outcome):
    assert links.redirected(URL(address), location) == outcome


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_redirects_are_followed_to_the_page(site, status):
    site.moves("/", "/a/b", status)
    site.moves("/a/b", "//www.news.example/a/c", status)
    site.moves("/a/c", "d#part", status)
    site.says("/a/d")

    outcome = await site.fetch()

    assert outcome.url == "http://www.news.example/a/d"


async def test_redirects_have_an_end(site):
    site.moves("/", "/")

    outcome = await site.fetch()

    assert outcome.obstacle == Obstacle.TOO_MANY_REDIRECTS
    assert len(site.asked) == MOST_REDIRECTS + 1


async def test_no_cookie_is_kept(site):
    site.says("/", status=302, Location="/a", Set_Cookie="seen=1; Path=/")
    site.says("/a")

    await site.fetch()

    assert ["Cookie" in request.headers for request in site.asked] == [False, False]


@pytest.mark.parametrize(
    ("status", "obstacle"),
    [
        (404, Obstacle.NOT_FOUND),
        (410, Obstacle.NOT_FOUND),
        (401, Obstacle.WALLED),
        (402, Obstacle.WALLED),
        (403, Obstacle.WALLED),
        (451, Obstacle.WALLED),
        (429, Obstacle.FAILED),
        (500, Obstacle.FAILED),
        (503, Obstacle.FAILED),
        (302, Obstacle.FAILED),
        (304, Obstacle.FAILED),
    ],
)
async def test_a_status_tells_why_there_is_no_page(site, status, obstacle):
    site.says("/", status=status)

    assert await site.fetch() == NotFetched(obstacle, "http://news.example/", status)


@pytest.mark.parametrize(
    "kind", ["application/pdf", "image/png", "application/rss+xml", "application/json", "text/css"]
)
async def test_what_is_not_a_page_is_not_read(site, kind):
    site.says("/", Content_Type=f"{kind}; charset=utf-8")

    assert await site.fetch() == NotFetched(Obstacle.NOT_A_PAGE, "http://news.example/", 200, kind)


@pytest.mark.parametrize("kind", ["TEXT/HTML", "application/xhtml+xml", "text/plain", ""])
async def test_pages_and_texts_are_read(site, kind):
    site.says("/", Content_Type=kind)

    assert (await site.fetch()).body == PAGE.encode()


async def test_a_body_of_just_the_right_size_is_read(site):
    site.says("/", b"a" * LONGEST_PAGE)

    assert len((await site.fetch()).body) == LONGEST_PAGE


async def test_a_body_that_is_too_long_is_not_read_to_its_end(site):
    sent = 0

    async def pour(request):
        nonlocal sent
        response = web.StreamResponse(headers={"Content-Type": HTML})
        await response.prepare(request)
        for _ in range(1000):
            await response.write(b"a" * 1_000_000)
            sent += 1
        return response

    site.answers["/"] = pour

    outcome = await site.fetch()

    assert outcome.obstacle == Obstacle.TOO_BIG
    assert sent < 50


async def test_a_small_body_that_unfolds_to_a_big_one_is_not_unfolded(site):
    site.says("/", gzip.compress(bytes(60_000_000), 9), Content_Encoding="gzip")

    tracemalloc.start()
    outcome = await site.fetch()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert outcome.obstacle == Obstacle.TOO_BIG
    assert peak < 25_000_000


async def test_a_packed_page_is_unpacked(site):
    site.says("/", gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    assert (await site.fetch()).body == PAGE.encode()


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd", "x"])
async def test_an_answer_that_cannot_be_unpacked_is_no_page(site, encoding):
    site.says("/", b"not packed at all", Content_Encoding=encoding)

    match await site.fetch():
        case NotFetched(obstacle):
            assert obstacle == Obstacle.FAILED
        case Fetched(body=body):  # an unknown encoding is passed on, and intake judges it
            assert encoding == "x"
            assert body == b"not packed at all"


async def slowly(request):
    response = web.StreamResponse(headers={"Content-Type": HTML})
    await response.prepare(request)
    for _ in range(100):
        await response.write(b"a")
        await asyncio.sleep(0.05)
    return response


async def never(_):
    await asyncio.sleep(5)


@pytest.mark.parametrize("answer", [slowly, never])
async def test_patience_has_an_end(site, answer):
    site.answers["/"] = answer
    started = time.perf_counter()

    outcome = await site.fetch(patience=0.3)

    assert outcome.obstacle == Obstacle.TOO_SLOW
    assert time.perf_counter() - started < 2


async def test_patience_is_for_all_redirects_together(site):
    async def later(_):
        await asyncio.sleep(0.15)
        return web.Response(status=302, headers={"Location": "/"})

    site.answers["/"] = later

    assert (await site.fetch(patience=0.4)).obstacle == Obstacle.TOO_SLOW


async def test_a_server_that_hangs_up_is_no_page(site):
    async def hang_up(request):
        request.transport.abort()
        return web.Response()

    site.answers["/"] = hang_up

    assert (await site.fetch()).obstacle == Obstacle.FAILED


async def test_a_host_that_nobody_knows_cannot_be_reached(site):
    assert (await site.fetch("http://nowhere.example/")).obstacle == Obstacle.UNREACHABLE


async def test_a_host_that_does_not_listen_cannot_be_reached(site):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        site.houses["silent.example"] = [silent.getsockname()]

        assert (await site.fetch("http://silent.example/")).obstacle == Obstacle.UNREACHABLE


async def test_a_host_that_cannot_show_who_it_is_is_not_read(site, tmp_path):
    file = tmp_path / "certificate.pem"
    file.write_text(CERTIFICATE)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file)
    application = web.Application()
    application.router.add_get("/", site.handle)
    server = TestServer(application, host="127.0.0.1")
    await server.start_server(ssl=context)
    site.houses["news.example"] = [("127.0.0.1", server.port)]

    outcome = await site.fetch("https://news.example/")
    await server.close()

    assert server.scheme == "https"
    assert outcome.obstacle == Obstacle.CERTIFICATE
    assert site.asked == []


async def test_a_page_in_the_clear_where_a_safe_one_was_asked_for_is_not_read(site):
    assert (await site.fetch("https://news.example/")).obstacle == Obstacle.CERTIFICATE
    assert site.asked == []


async def test_no_proxy_is_asked(site, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    site.says("/")

    assert isinstance(await site.fetch(), Fetched)


async def test_a_feed_that_calls_itself_a_page_is_refused_when_it_is_taken_in(site):
    site.says("/", "<?xml version='1.0'?><rss version='2.0'></rss>")

    fetched = await site.fetch()

    assert read_page(fetched.body, fetched.url, fetched.content_type) == Refused(Reason.FEED)


async def test_a_page_is_read_though_its_encoding_is_named_wrongly(site):
    text = "Договор предусматривает взаимную помощь в случае агрессии, сообщает агентство. " * 3
    page = f"<!DOCTYPE html><html><body><article><p>{text}</p></article></body></html>"
    site.says("/", page.encode("cp1251"), Content_Type="text/html; charset=utf-8")

    fetched = await site.fetch()

    assert read_page(fetched.body, fetched.url, fetched.content_type).text == text.strip()


def test_nobody_in_the_house_loosens_the_check():
    calls = [
        (path.name, keyword.arg)
        for path in Path(bot.__path__[0]).rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] == "fetch"
        for keyword in call.keywords
    ]

    assert not {"resolver", "reachable", None} & {name for _, name in calls}
    defaults = inspect.signature(fetching.fetch).parameters
    assert defaults["reachable"].default is is_public
    assert defaults["resolver"].default is None
