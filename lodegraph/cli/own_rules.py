"""What the commands hold a reader's own queries against."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cypher.own import Rules


def read_rules(data_set: str | None) -> "Rules":
    """The model of the data set that is named, else the built-in one, and the ids that are taken."""
    from cypher.model import built_in_model, read_model_of
    from cypher.own import rules_of
    from cypher.status import current_data_set
    from lodegraph.cli.session import open_graph

    if data_set is None:
        return rules_of(built_in_model())
    with open_graph() as graph:
        return rules_of(read_model_of(graph, current_data_set(graph, data_set).name))
