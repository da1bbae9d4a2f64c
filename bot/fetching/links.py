"""Which links are followed: those that a reader of news would open."""

from yarl import URL

from bot.fetching.outcomes import NotFetched, Obstacle

LONGEST = 2048
PORTS = {"http": 80, "https": 443}


def read(link: str) -> URL | None:
    """Read a link of http or https, None where it is none, or names a port or an account."""
    try:
        return _fit(URL(link.strip()))
    except ValueError:
        return None


def redirected(address: URL, location: str) -> URL | NotFetched:
    """Tell where an address leads by what its server says."""
    try:
        target = _fit(address.join(URL(location)))
    except ValueError:
        target = None
    if target is None:
        return NotFetched(Obstacle.BAD_ADDRESS, location)
    if address.scheme == "https" != target.scheme:
        # What is quoted must come as it was sent; an editor may still give the link of http.
        return NotFetched(Obstacle.DOWNGRADED, str(target))
    return target


def _fit(address: URL) -> URL | None:
    usual = address.scheme in PORTS and address.port == PORTS[address.scheme]
    secret = address.raw_user is not None or address.raw_password is not None
    fit = address.host and usual and not secret and len(str(address)) <= LONGEST
    return address.with_fragment(None) if fit else None
