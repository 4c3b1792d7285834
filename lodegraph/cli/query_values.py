"""A saved query by its id, and the parameters that a command gives it; what is wrong ends the command."""

from typing import TYPE_CHECKING, Annotated

import typer

from lodegraph.cli.offered_queries import read_all_queries
from lodegraph.cli.output import Exit, fail

if TYPE_CHECKING:
    from cypher.saved import SavedQuery

Values = Annotated[
    list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="A parameter; may be repeated.")
]


def find_query(query_id: str) -> "SavedQuery":
    """The query of that id, whatever data set it is for."""
    from cypher.saved import UnknownQuery
    from lodegraph.cli.session import report_errors

    with report_errors():
        try:
            return read_all_queries().get(query_id)
        except UnknownQuery as error:
            fail(str(error), Exit.USAGE)


def read_parameters(query: "SavedQuery", pairs: list[str]) -> dict[str, str | int]:
    """The given values by name, checked as far as that is possible without a graph."""
    from cypher.saved import BadParameter, read_given

    given: dict[str, str | int] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            fail(f"--param {pair}: write NAME=VALUE", Exit.USAGE)
        given[name] = value
    try:
        read_given(query.parameters, given)
    except BadParameter as error:
        fail(str(error), Exit.USAGE)
    return given
