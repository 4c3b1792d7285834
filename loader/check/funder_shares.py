"""Shares of a deal's figure that its funders cannot have: in another unit, stated twice, or above the figure."""

from collections.abc import Iterator
from dataclasses import replace

from ledger.amounts import Interval, Qualifier, format_amount
from ledger.shares import take_per_cent
from loader.check.figures import amount_in
from loader.check.index import Index
from loader.records import Link, Node, Problem, Severity, Where

ROUNDING = 0.01
"""Of the whole figure: how far an amount and the per cent beside it may lie apart, since both are told rounded."""


def impossible_shares(index: Index) -> Iterator[Problem]:
    """What is wrong with the shares of each deal's funders."""
    funders: dict[str, list[Link]] = {}
    for link in index.deal_links:
        if link.type == "FUNDS" and link.end in index.deals:
            funders.setdefault(link.end, []).append(link)
    for deal, as_written in funders.items():
        links = [_work_out(link, index.deals[deal]) for link in as_written]
        shares = [link for link in links if link.properties.get("amount_qualifier")]
        yield from _disagreeing(shares, index.deals[deal])
        if shares:
            yield from _stated_twice(shares, links)
            problems = list(_in_other_units(index.deals[deal], shares))
            problems += _missing_figure(index.deals[deal], shares)
            yield from problems or _against_figure(index.deals[deal], shares, links, index)


def _work_out(link: Link, deal: Node) -> Link:
    """The link with what its per cent come to as its amount, where none is stated."""
    whole, per_cent = amount_in(deal), link.properties.get("share")
    if per_cent is None or whole is None or whole.value is None or link.properties.get("amount_qualifier"):
        return link
    share = take_per_cent(whole, per_cent)
    worked_out = {"amount_value": share.value, "amount_ceiling": share.ceiling, "amount_unit": share.unit}
    return replace(link, properties={**link.properties, **worked_out, "amount_qualifier": share.qualifier})


def _disagreeing(shares: list[Link], deal: Node) -> Iterator[Problem]:
    """Amounts that are not the per cent of the figure that stand beside them."""
    whole = amount_in(deal)
    for link in shares:
        per_cent, stated = link.properties.get("share"), amount_in(link)
        if per_cent is None or not whole or not whole.value or not stated or not stated.value:
            continue
        comes_to = take_per_cent(whole, per_cent)
        if stated.unit == whole.unit and abs((comes_to.value or 0) - stated.value) > whole.value * ROUNDING:
            what = f"{stated} of {link.start} is not {per_cent:g} per cent of the {whole} of {deal.id}"
            remedy = "correct one of the two; the amount is what counts"
            yield Problem(_place(link), "FUNDS.amount", what, remedy, Severity.WARNING)


def _against_figure(deal: Node, shares: list[Link], links: list[Link], index: Index) -> Iterator[Problem]:
    yield from _above(deal, shares)
    yield from _below(deal, shares, links)
    yield from _parts_above(shares, index)


def _stated_twice(shares: list[Link], links: list[Link]) -> Iterator[Problem]:
    for share in {link.start: link for link in shares}.values():
        lines = [str(link.where) for link in links if link.start == share.start]
        if len(lines) > 1:
            what = f"{share.start} funds {share.end} by {len(lines)} links ({', '.join(lines)}), and has a share in one"
            yield Problem(_place(share), "FUNDS.amount", what, "write one link with the whole of its share")


def _in_other_units(deal: Node, shares: list[Link]) -> Iterator[Problem]:
    unit = deal.properties.get("amount_unit")
    for share in shares:
        its = str(share.properties["amount_unit"])
        what = f"the share of {share.start} in {deal.id} is in {its}"
        if unit is not None and its != unit:
            remedy = f"write it in {unit} as the source does, or leave it out: nothing is converted"
            yield Problem(_place(share), "FUNDS.amount", f"{what}, and the deal in {unit}", remedy)


def _above(deal: Node, shares: list[Link]) -> Iterator[Problem]:
    whole = _interval(deal)
    most = whole.ceiling if whole else None
    if most is None:
        return
    unit = str(deal.properties["amount_unit"])
    ends = [interval for share in shares if (interval := _interval(share))]
    together = sum(interval.floor for interval in ends)
    if together > most:
        lines = ", ".join(str(_place(share)) for share in shares)
        what = f"the shares in {deal.id} come to {format_amount(together, unit)}"
        what += f", more than its {format_amount(most, unit)} ({lines})"
        rough = _is_about(deal) or any(map(_is_about, shares))
        severity = Severity.WARNING if rough else Severity.PROBLEM
        yield Problem(_place(shares[-1]), "FUNDS.amount", what, "correct a share, or the deal's figure", severity)
        return
    for share in shares:
        interval = _interval(share)
        if interval and interval.ceiling is not None and interval.ceiling > most:
            what = f"the share of {share.start} in {deal.id} may come to {format_amount(interval.ceiling, unit)}"
            what += f", more than the deal's {format_amount(most, unit)}"
            yield Problem(_place(share), "FUNDS.amount", what, "correct the share, or the deal's figure")


def _parts_above(shares: list[Link], index: Index) -> Iterator[Problem]:
    """A share of a whole that is less than what its funder has of the parts: what it funds alone, and its shares."""
    inside = {link.start for link in index.deal_links if link.type == "PART_OF" and link.end == shares[0].end}
    funding: dict[str, list[Link]] = {}
    for link in index.deal_links if inside else ():
        if link.type == "FUNDS" and link.end in inside and link.end in index.deals:
            funding.setdefault(link.end, []).append(link)
    for share in shares:
        known = [
            own
            for links in funding.values()
            if (own := _own_part(share.start, links, index))
            and index.deals[links[0].end].properties.get("amount_unit") == share.properties["amount_unit"]
        ]
        whole, together = _interval(share), sum(interval.floor for interval in known)
        if whole and whole.ceiling is not None and together > whole.ceiling:
            unit = str(share.properties["amount_unit"])
            what = f"what {share.start} has of the parts of {share.end} comes to {format_amount(together, unit)}"
            what += f", more than its share, {format_amount(whole.ceiling, unit)}"
            yield Problem(_place(share), "FUNDS.amount", what, "correct the share, or a part or who funds it")


def _own_part(funder: str, links: list[Link], index: Index) -> Interval | None:
    """What of a part is a funder's: its share, or all where nobody else funds it; None where that is not told."""
    mine = next((link for link in links if link.start == funder), None)
    if mine is None:
        return None
    return _interval(mine) or (_interval(index.deals[mine.end]) if len(links) == 1 else None)


def _missing_figure(deal: Node, shares: list[Link]) -> Iterator[Problem]:
    if deal.properties.get("amount_qualifier") is None:
        unit = shares[0].properties["amount_unit"]
        what = f"{deal.id} has no figure of which {shares[0].start} can have a share"
        yield Problem(_place(shares[0]), "FUNDS.amount", what, f"write its `amount`, if only `unquantified {unit}`")


def _below(deal: Node, shares: list[Link], links: list[Link]) -> Iterator[Problem]:
    """Shares of all funders that cannot come to the figure."""
    whole, ends = _interval(deal), [_interval(share) for share in shares]
    if whole is None or len(shares) < len(links) or any(end is None or end.ceiling is None for end in ends):
        return
    most = sum(end.ceiling for end in ends if end and end.ceiling is not None)
    if most < whole.floor and not (_is_about(deal) or any(map(_is_about, shares))):
        unit = str(deal.properties["amount_unit"])
        what = f"the shares in {deal.id} come to {format_amount(most, unit)}, less than its"
        what += f" {format_amount(whole.floor, unit)}, and everybody who is named has one"
        remedy = "correct a share or the figure, name who funds the rest, or let it stand where nobody says who does"
        yield Problem(_place(shares[-1]), "FUNDS.amount", what, remedy, Severity.WARNING)


def _is_about(item: Node | Link) -> bool:
    return bool(item.properties.get("amount_qualifier") == Qualifier.ABOUT)


def _interval(item: Node | Link) -> Interval | None:
    amount = amount_in(item)
    return amount.interval() if amount else None


def _place(share: Link) -> Where:
    return share.place_of("amount_unit" if "amount_unit" in share.lines else "share")
