"""A filter and the text that is kept of it: equal filters are equal texts."""

from functools import lru_cache

from pydantic import TypeAdapter

from digests.models import Filter

FILTER = TypeAdapter(Filter)
AT_HAND = 1_024


@lru_cache(maxsize=AT_HAND)
def text(narrowing: Filter) -> str:
    """Write a filter as JSON, without what it leaves open."""
    return FILTER.dump_json(narrowing, exclude_defaults=True).decode()


@lru_cache(maxsize=AT_HAND)
def read(written: str) -> Filter:
    """Read what was written."""
    return FILTER.validate_json(written)
