"""A set on its way out: its rows with what else is known of it, whether it came from a folder, a graph or tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cypher.model import Extension, Model
from cypher.results import Value
from loader.check import Checked
from loader.records import DataSet
from loader.rows import Rows, make_rows
from loader.signature import sign

DERIVED = ("articles", "origins", "disputes", "disputes_weigh", "data_set", "record_hash", "search_text")
"""What a load works out and stores with every row: no record says it."""


@dataclass(frozen=True)
class TakenSet:
    """A set with its rows as they are stored, the model that they are in, and what of that is the set's own.

    `signature`: the properties of the node that stands for the set in a graph. `folder`: the records that it was read
    from; None where there are none, as of a graph.
    """

    data_set: DataSet
    model: Model
    extension: Extension
    rows: Rows
    signature: Mapping[str, Value] = field(hash=False)
    folder: Path | None = None

    def label_of(self, node_id: str) -> str:
        """The label that an id tells. Raises UnknownTerm."""
        return self.model.label_of_id(node_id).label


def take_folder(checked: Checked) -> TakenSet:
    """A sound set as it would be loaded."""
    rows = make_rows(checked)
    signature = sign(checked, rows.version, "complete")
    return TakenSet(checked.data_set, checked.model, checked.extension, rows, signature, checked.folder)
