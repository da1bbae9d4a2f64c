"""Links as Telegram reads them, in entities and buttons alike."""

from urllib.parse import SplitResult, urlsplit

from bot.stand_in.responses import bad_request


def checked(link: str, place: str) -> str:
    """Return ``link`` with its scheme, refused if Telegram could not open it.

    Telegram knows http, https, tg and ton (td, LinkManager::check_link); a link without a scheme
    is taken for http. ``place`` opens the sentence of the refusal: "entity", "inline keyboard
    button".
    """
    if complaint := _complaint(link):
        raise bad_request(f"{place} URL '{link}' is invalid: {complaint}")
    return link if _has_scheme(link) else f"http://{link}"


def _has_scheme(link: str) -> bool:
    return "://" in link or link.lower().startswith(("tg:", "ton:"))


def _complaint(link: str) -> str:
    if link.lower().startswith(("tg:", "ton:")):
        return ""
    try:
        address = urlsplit(link if _has_scheme(link) else f"http://{link}")
        address.port  # noqa: B018 - reading it is what checks it
    except ValueError:
        return "Wrong HTTP URL"
    return _web_complaint(address)


def _web_complaint(address: SplitResult) -> str:
    host = address.hostname or ""
    if address.scheme not in {"http", "https"}:
        return "Unsupported URL protocol"
    if not host:
        return "URL host is empty"
    if any(sign.isspace() or sign in "<>\"'" for sign in host):
        return "Wrong HTTP URL"
    return "" if "." in host or ":" in host else "Wrong HTTP URL"
