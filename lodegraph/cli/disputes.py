"""`lodegraph disputes`: where the sources disagree, what decides first, and one disagreement in full."""

import shutil
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from ledger.disputes import Weight, describe_weight
from ledger.glossary import spell_term
from lodegraph.cli.options import DataSet
from lodegraph.cli.output import Exit, fail, print_answer, print_table, tell

if TYPE_CHECKING:
    from cypher.connection import Graph
    from cypher.disagreements import DisputeFilter, ListedDispute
    from cypher.exports.disagreements import TakenAlong
    from cypher.model import Model

COLUMNS = ("weight", "question", "id", "differs in", "at odds", "rests on")


class DisputesFormat(StrEnum):
    """How disagreements are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


DisputeId = Annotated[
    str | None, typer.Argument(metavar="[ID]", help="One disagreement, with its readings; a list if left out.")
]
Weights = Annotated[
    list[str] | None,
    typer.Option("--weight", metavar=f"[{'|'.join((*Weight, 'not_weighed'))}]", help="Only these; may be repeated."),
]
Kind = Annotated[str, typer.Option("--kind", metavar="KIND", help="What the readings differ in, such as number.")]
About = Annotated[
    str,
    typer.Option("--about", metavar="NODE", help="What it touches, itself or by a relationship: deal/x, agency/x."),
]
Mineral = Annotated[str, typer.Option("--mineral", metavar="NODE", help="A mineral, touched itself or by a deal.")]
Agency = Annotated[str, typer.Option("--agency", metavar="NODE", help="An agency, touched itself or by its deals.")]
Source = Annotated[str, typer.Option("--source", metavar="NODE", help="An article that a reading rests on.")]
Words = Annotated[str, typer.Option("--words", metavar="TEXT", help="Words in the question or in a reading.")]
AsOf = Annotated[
    str,
    typer.Option(
        "--as-of",
        metavar="DAY",
        help="Totals under each reading as of a day; with an ID, or with a format that has them.",
    ),
]
Output = Annotated[
    DisputesFormat, typer.Option("--format", help="How to write them; csv, json and md hold all readings.")
]


def disputes(
    dispute_id: DisputeId = None,
    weight: Weights = None,
    kind: Kind = "",
    about: About = "",
    mineral: Mineral = "",
    agency: Agency = "",
    source: Source = "",
    words: Words = "",
    as_of: AsOf = "",
    output: Output = DisputesFormat.TABLE,
    data_set: DataSet = None,
) -> None:
    """List where the sources disagree, what decides first, or show one disagreement with all its readings."""
    import_driver()
    from cypher.disagreements import DisputeFilter, pick_disputes, read_in_full, read_list
    from cypher.exports.disagreements import TakenAlong
    from cypher.model import read_model_of
    from cypher.settings import GraphSettings
    from cypher.status import current_data_set, unfinished
    from lodegraph.cli.session import open_graph

    asked = DisputeFilter(tuple(weight or ()), kind, about, mineral, agency, source, words)
    if dispute_id is not None and asked:
        fail("an ID and filters exclude one another: leave out one of them", Exit.USAGE)
    day = _read_day(as_of, has_totals=dispute_id is not None or output is not DisputesFormat.TABLE)
    with open_graph() as graph:
        shown = current_data_set(graph, GraphSettings().lodegraph_data_set)
        model = read_model_of(graph, shown.name)
        listed = read_list(graph, shown.name, model)
        _refuse_unknown(graph, dispute_id, asked, listed, shown.name, model)
        found = tuple(d for d in pick_disputes(listed, asked) if dispute_id in (None, d.id))
        if output is DisputesFormat.TABLE and dispute_id is None:
            _print_list(found)
        else:
            _print_in_full(
                TakenAlong(read_in_full(graph, found, shown.name, model, day), shown.name, asked, day), output
            )
    if not found:
        tell(f"no disagreement in '{shown.name}' fits all of that")
    if not shown.is_complete:
        tell(unfinished(shown))


def _refuse_unknown(
    graph: "Graph",
    dispute_id: str | None,
    asked: "DisputeFilter",
    listed: "Sequence[ListedDispute]",
    data_set: str,
    model: "Model",
) -> None:
    """End the command where it names a disagreement, a node or a term that is not there."""
    from cypher.disagreements import nearest_dispute, refuse_strange
    from cypher.errors import BadParameter
    from ledger.nearest import did_you_mean, shown

    if dispute_id is not None and all(d.id != dispute_id for d in listed):
        meant = did_you_mean(nearest_dispute(dispute_id, listed))
        fail(f"there is no disagreement {shown(dispute_id)} in '{data_set}'{meant}", Exit.USAGE)
    try:
        refuse_strange(graph, asked, listed, data_set, model)
    except BadParameter as error:
        fail(f"--{error}", Exit.USAGE)


def _print_list(found: "Sequence[ListedDispute]") -> None:
    from cypher.disagreements.words import describe_support, spell_odds
    from cypher.results import Table

    rows = tuple(
        (
            describe_weight(d.weight), d.question, d.id, spell_term(d.kind), spell_odds(d.disagreement),
            describe_support(d),
        )
        for d in found
    )  # fmt: skip
    if rows:
        print_table(Table(COLUMNS, rows, leading=3), save="`--format csv`")


def _read_day(as_of: str, has_totals: bool) -> str | None:
    """The day that was asked for, if any; ends the command where it is none, or where nothing would be as of it."""
    from cypher.errors import BadParameter
    from cypher.saved.days import read_day

    if as_of and not has_totals:
        fail(
            "--as-of is for totals, which the list does not have: name an ID, or a --format that holds all", Exit.USAGE
        )
    try:
        return read_day("as-of", as_of.strip()) if as_of else None
    except BadParameter as error:
        fail(f"--{error}", Exit.USAGE)


def _print_in_full(taken: "TakenAlong", output: DisputesFormat) -> None:
    from cypher.exports.disagreements import DISPUTE_FORMATS
    from lodegraph.cli.dispute_text import as_text

    if output is DisputesFormat.TABLE:
        width = shutil.get_terminal_size().columns
        print_answer("\n\n".join(as_text(dispute, width) for dispute in taken.disputes))
    else:
        print_answer(next(form.write(taken) for form in DISPUTE_FORMATS if form.name == output))
