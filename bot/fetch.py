"""Links to bytes: one page from the public web, as its server sends it to anybody."""

import asyncio
from http import HTTPStatus

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.fetching import links
from bot.fetching.addresses import PrivateAddressError, Reachable, guarded, is_public
from bot.fetching.outcomes import Fetched, NotFetched, Obstacle
from digests.intake.reading import LONGEST_PAGE

PATIENCE = 20.0  # seconds, for all redirects together
MOST_REDIRECTS = 5
PIECE = 1 << 16
HEADERS = {
    "User-Agent": "treaty-digest/0.1 (Telegram bot; reads one page when an editor asks for it)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, text/markdown;q=0.9",
    "Accept-Encoding": "gzip, deflate",
}
PAGES = frozenset(
    "text/html application/xhtml+xml text/plain text/markdown text/x-markdown".split()
)
MOVED = frozenset({301, 302, 303, 307, 308})
STATUSES = dict.fromkeys((404, 410), Obstacle.NOT_FOUND) | dict.fromkeys(
    (401, 402, 403, 407, 451), Obstacle.WALLED
)


async def fetch(
    link: str,
    *,
    patience: float = PATIENCE,
    resolver: AbstractResolver | None = None,
    reachable: Reachable = is_public,
) -> Fetched | NotFetched:
    """Fetch a page of at most ``LONGEST_PAGE`` bytes within ``patience`` seconds.

    ``resolver`` and ``reachable`` are for tests, whose servers are on this machine; a test sees
    to it that nobody else gives them.
    """
    address = links.read(link)
    if address is None:
        return NotFetched(Obstacle.BAD_ADDRESS, link)
    async with _session(resolver, reachable) as session:
        try:
            async with asyncio.timeout(patience):
                return await _follow(session, address)
        except TimeoutError:
            return NotFetched(Obstacle.TOO_SLOW, str(address))


def _session(resolver: AbstractResolver | None, reachable: Reachable) -> aiohttp.ClientSession:
    """Make a session for one page: it keeps no cookies and asks no proxy."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(
            resolver=resolver, use_dns_cache=False, socket_factory=guarded(reachable)
        ),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers=HEADERS,
        timeout=aiohttp.ClientTimeout(total=None),  # `fetch` has its own, over all redirects
        trust_env=False,
    )


async def _follow(session: aiohttp.ClientSession, address: URL) -> Fetched | NotFetched:
    for _ in range(MOST_REDIRECTS + 1):
        outcome = await _ask(session, address)
        if not isinstance(outcome, URL):
            return outcome
        address = outcome
    return NotFetched(Obstacle.TOO_MANY_REDIRECTS, str(address))


async def _ask(session: aiohttp.ClientSession, address: URL) -> Fetched | NotFetched | URL:
    """Ask one address, and give a page or where it has gone."""
    try:
        async with session.get(address, allow_redirects=False) as response:
            return await _answer(response)
    except (aiohttp.ClientError, OSError, ValueError) as error:
        return NotFetched(_obstacle(error), str(address))


def _obstacle(error: Exception) -> Obstacle:
    match error:
        case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientConnectorSSLError():
            return Obstacle.CERTIFICATE
        case aiohttp.ClientConnectorError(os_error=PrivateAddressError()):
            return Obstacle.PRIVATE_ADDRESS
        case aiohttp.ClientConnectorError():
            return Obstacle.UNREACHABLE
        case ValueError():  # a host that cannot be: too long a label, 127.1
            return Obstacle.BAD_ADDRESS
    return Obstacle.FAILED


async def _answer(response: aiohttp.ClientResponse) -> Fetched | NotFetched | URL:
    url, status = str(response.url), response.status
    content_type = response.headers.get("Content-Type")
    if status in MOVED and (location := response.headers.get("Location")):
        return links.redirected(response.url, location)
    if status != HTTPStatus.OK:
        return NotFetched(STATUSES.get(status, Obstacle.FAILED), url, status)
    kind = (content_type or "").partition(";")[0].strip().lower()
    if kind and kind not in PAGES:
        return NotFetched(Obstacle.NOT_A_PAGE, url, status, kind)
    body = await _body(response)
    if body is None:
        return NotFetched(Obstacle.TOO_BIG, url, status)
    return Fetched(url, body, content_type)


async def _body(response: aiohttp.ClientResponse) -> bytes | None:
    """Read an answer, None when it is too long; what counts is its size when decompressed."""
    body = bytearray()
    async for piece in response.content.iter_chunked(PIECE):
        body += piece
        if len(body) > LONGEST_PAGE:
            response.close()
            return None
    return bytes(body)
