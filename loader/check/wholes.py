"""Inside what deals lie: their nearest wholes, and all of them at any depth."""

from collections.abc import Iterable, Mapping

from loader.check.index import Index


def list_nearest_wholes(index: Index) -> dict[str, list[str]]:
    """By part, the deals that its PART_OF links name."""
    above: dict[str, list[str]] = {}
    for link in index.deal_links:
        if link.type == "PART_OF":
            above.setdefault(link.start, []).append(link.end)
    return above


def find_wholes(part: str, above: Mapping[str, Iterable[str]], most: int | None = None) -> set[str]:
    """All that a deal lies inside of, at any depth; it is not looked for more once there are more than `most`."""
    found: set[str] = set()
    waiting = list(above.get(part, ()))
    while waiting and (most is None or len(found) <= most):
        whole = waiting.pop()
        if whole not in found:
            found.add(whole)
            waiting += above.get(whole, ())
    return found
