"""The example notebook as it is kept: whole, small, and of no machine in particular."""

import json
import re
from pathlib import Path

import pytest

PATH = Path(__file__).parents[2] / "notebooks" / "lodegraph.ipynb"
NOTEBOOK = json.loads(PATH.read_text(encoding="utf-8"))
CODE = [cell for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]


def texts() -> str:
    """All that people read of it: what was written, and what was printed."""
    written = [part for cell in NOTEBOOK["cells"] for part in cell["source"]]
    shown = [output.get("text") or output["data"]["text/plain"] for cell in CODE for output in cell["outputs"]]
    return "".join(written) + "".join(part for lines in shown for part in lines)


def test_it_was_run_in_order_and_nothing_failed() -> None:
    assert [cell["execution_count"] for cell in CODE] == list(range(1, len(CODE) + 1))
    assert all(output["output_type"] != "error" for cell in CODE for output in cell["outputs"])
    assert all(output.get("name") != "stderr" for cell in CODE for output in cell["outputs"])


def test_a_picture_is_in_it_and_a_table_of_sums() -> None:
    pages = ["".join(o["data"].get("text/html", "")) for c in CODE for o in c["outputs"] if "data" in o]
    assert len([page for page in pages if page.startswith("<iframe sandbox")]) == 1
    assert len([page for page in pages if "<table" in page and "11377900000" in page]) == 1


@pytest.mark.parametrize(
    "sign", [r"(?<![\w.])/(home|root|tmp|work|Users)/", r"[A-Z]:\\", r"\b20\d\d-\d\d-\d\dT", r"\d+\.\d+\.\d+\.\d+"]
)
def test_no_path_time_or_address_of_a_machine_is_in_it(sign: str) -> None:
    assert re.search(sign, texts()) is None


def test_it_is_small_and_says_nothing_of_who_ran_it() -> None:
    assert PATH.stat().st_size < 300_000
    assert NOTEBOOK["metadata"].keys() == {"kernelspec", "language_info"}
    assert NOTEBOOK["metadata"]["language_info"] == {"name": "python"}
    assert all(cell["metadata"] == {} for cell in NOTEBOOK["cells"])
