"""Who funds a part, held against who funds the whole inside which it lies."""

from collections import defaultdict
from collections.abc import Iterator

from loader.check.index import Index
from loader.check.whose_money import country_of
from loader.records import Problem, Severity


def strange_funders(index: Index) -> Iterator[Problem]:
    """Every part that somebody funds who is not among those who fund its whole, where these are named."""
    funders: dict[str, set[str]] = defaultdict(set)
    for link in index.deal_links:
        if link.type == "FUNDS":
            funders[link.end].add(link.start)
    for link in index.deal_links:
        if link.type == "PART_OF" and (whole := funders.get(link.end)):
            named = whole | {country_of(party, index) for party in whole}
            for party in sorted(funders.get(link.start, set()) - named):
                if country_of(party, index) not in whole:
                    what = (
                        f"{party} funds {link.start}, and is not named among who funds {link.end}, inside which it lies"
                    )
                    remedy = "name it at the whole too: else the whole counts for the others alone"
                    yield Problem(link.where, "PART_OF", what, remedy, Severity.WARNING)
