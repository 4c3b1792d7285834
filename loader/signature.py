"""What the node that stands for a data set says: of which records it is, and whether they came in whole."""

from datetime import UTC, datetime

from cypher.results import Value
from cypher.search.terms import FORM, SEARCH_FORM
from loader.check import Checked
from loader.origin import origin_of


def sign(checked: Checked, version: str, state: str) -> dict[str, Value]:
    """What the graph says of the records that it holds, and whether the last load came to its end."""
    data_set = checked.data_set
    return {
        "id": f"data_set/{data_set.name}", "name": data_set.title, "data_set": data_set.name, "record_hash": version,
        "version": version, "guide": data_set.guide.to_text(), "model": checked.extension.to_text(),
        "origin": origin_of(checked.folder), SEARCH_FORM: FORM,
        "units": [unit.name for unit in data_set.units], "digest": checked.digest, "state": state,
        "loaded_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }  # fmt: skip
