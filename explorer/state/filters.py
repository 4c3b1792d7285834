"""What is asked of several facets as one text, where one action carries it: `stage=approved;amount=USD:1000..`."""

from collections.abc import Iterable

from cypher.facets import Asked, read_asked, write_asked

BETWEEN, IS = ";", "="
ESCAPES = {BETWEEN: "%3B"}


def read_filters(text: str) -> tuple[Asked, ...] | None:
    """The filters of a text; None where one of them cannot be read, or a facet stands twice."""
    read = [_read(part) for part in text.split(BETWEEN) if part]
    asked = tuple(one for one in read if one is not None)
    return asked if len(asked) == len(read) == len({a.facet for a in asked}) else None


def write_filters(filters: Iterable[Asked]) -> str:
    """The text of some filters, by facet."""
    told = sorted(filters, key=lambda asked: str(asked.facet))
    return BETWEEN.join(f"{a.facet}{IS}{write_asked(a).replace(BETWEEN, ESCAPES[BETWEEN])}" for a in told)


def _read(part: str) -> Asked | None:
    facet, _, value = part.partition(IS)
    return read_asked(facet, value.replace(ESCAPES[BETWEEN], BETWEEN))
