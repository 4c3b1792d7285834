"""Deals of every stage, side, unit and paper, some inside others, for tests that nothing is mixed and nothing lost."""

from hypothesis import strategies as st

from cypher.deals import DealBook
from cypher.model import built_in_model
from cypher.results import GraphNode, Subgraph, Table
from cypher.views import Material
from cypher.views.totals import Sums
from ledger.amounts import Amount
from ledger.deals import Deal, Instrument, Stage, Step, WhoseMoney
from ledger.totals import total

AMOUNTS = (
    "USD 5 million",
    "up to USD 7 million",
    "more than USD 2 million",
    "EUR 3 million",
    "40 tons",
    "unquantified USD",
)
PAPERS = (Instrument.LOAN, Instrument.GRANT, Instrument.GUARANTEE, Instrument.MIXED)
DATES = ("2025", "2025-12", "2026-02-04", "P5M/2026-02-04", None)
PARTIES = ("agency/a", "company/b", "country/c")
MINERALS = ("mineral/copper", "mineral/tin")


@st.composite
def deal_lists(draw: st.DrawFn) -> tuple[Deal, ...]:
    """Up to nine deals; one lies inside others that came before it, as a source may list it."""
    made: list[Deal] = []
    for number in range(draw(st.integers(0, 9))):
        amount = draw(st.sampled_from((None, *AMOUNTS)))
        nearest = draw(st.sampled_from((None, *made)))
        made.append(
            Deal(
                id=f"deal/d{number}",
                name=f"D{number}",
                instrument=draw(st.sampled_from(PAPERS)),
                stage=draw(st.sampled_from(Stage)),
                whose_money=draw(st.sampled_from(WhoseMoney)),
                amount=Amount.parse(amount) if amount else None,
                wholes=frozenset((nearest.id, *nearest.wholes)) if nearest else frozenset(),
                funders=frozenset(draw(st.sets(st.sampled_from(PARTIES), max_size=2))),
                recipients=frozenset(draw(st.sets(st.sampled_from(PARTIES), max_size=2))),
                minerals=frozenset(draw(st.sets(st.sampled_from(MINERALS), max_size=2))),
                date=draw(st.sampled_from(DATES)),
                history=tuple(
                    Step(draw(st.sampled_from(Stage)), date)
                    for date in draw(st.lists(st.sampled_from([d for d in DATES if d]), max_size=2))
                ),
            )
        )  # fmt: skip
    return tuple(made)


def sum_up(deals: tuple[Deal, ...], as_of: str | None = None) -> Sums:
    """The totals of the deals, as an answer has them."""
    funders = {d.id: {f: f.partition("/")[2].upper() for f in sorted(d.funders)} for d in deals}
    return Sums(total(deals, as_of=as_of), DealBook(deals, {d.id: d.name for d in deals}, funders=funders))


def answer_of(deals: tuple[Deal, ...], as_of: str | None = None) -> Material:
    """An answer of these deals, seen in a view that is made of deals."""
    nodes = tuple(GraphNode(d.id, "Deal", {"name": d.name}) for d in deals)
    rows = tuple((node,) for node in nodes)
    return Material(Table(("deal",), rows), Subgraph(nodes), built_in_model(), sum_up(deals, as_of))
