"""Terms that cannot be: what falls due before it was made, or elsewhere than its tenor ends."""

from collections.abc import Iterator

from cypher.model.properties import MATURITY, TENOR
from ledger.dates import find_first_day, find_last_day, format_date, is_window
from ledger.durations import Duration
from loader.check.index import Index
from loader.check.periods import list_beginnings
from loader.records import Node, Problem, Severity


def impossible_terms(index: Index) -> Iterator[Problem]:
    """Every maturity that lies before its deal, or where the deal's tenor does not lead."""
    for deal in index.deals.values():
        if MATURITY.name in deal.properties:
            found = list(_due_too_soon(deal))
            yield from found or _due_elsewhere(deal)


def _due_too_soon(deal: Node) -> Iterator[Problem]:
    due = str(deal.properties[MATURITY.name])
    for name in list_beginnings(deal.properties):
        began = str(deal.properties.get(name, ""))
        if began and find_last_day(due) < find_first_day(began):
            what = f"{due} is before {name}, {began}, in {deal.id}"
            remedy = "correct one of the two: `maturity` is the day on which the last of it is to be paid back"
            yield Problem(deal.place_of(MATURITY.name), MATURITY.name, what, remedy)
            return


def _due_elsewhere(deal: Node) -> Iterator[Problem]:
    """A tenor is as precise as its smallest unit, and often counts from a day that is a little later."""
    p, due = deal.properties, str(deal.properties[MATURITY.name])
    began = next((str(p[name]) for name in list_beginnings(p) if name in p), "")
    if TENOR.name not in p or not began or is_window(began) or is_window(due):
        return
    tenor = Duration.parse(str(p[TENOR.name]))
    early = tenor.finest.before(tenor.after(find_first_day(began)))
    late = tenor.finest.after(tenor.after(find_last_day(began)))
    if find_last_day(due) < early or find_first_day(due) > late:
        what = f"{deal.id} runs for {tenor} from {format_date(began)}, and falls due in {format_date(due)}"
        remedy = "correct one of the three, or let it stand where the tenor counts from another day"
        yield Problem(deal.place_of(MATURITY.name), MATURITY.name, what, remedy, Severity.WARNING)
