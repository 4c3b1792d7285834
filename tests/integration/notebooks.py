"""The example notebook: read, run in a kernel of its own on a server, and cleared of what differs from run to run."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from tests.integration.servers import Server

EXAMPLE = Path(__file__).parents[2] / "notebooks" / "lodegraph.ipynb"
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}


def read_notebook(path: Path = EXAMPLE) -> NotebookNode:
    """The notebook as it is kept."""
    return nbformat.read(path, as_version=4)


def run_notebook(notebook: NotebookNode, server: Server) -> NotebookNode:
    """The notebook after a run of all its cells; a cell that fails raises."""
    graph = {
        "NEO4J_URI": server.uri,
        "NEO4J_USERNAME": server.reader_user,
        "NEO4J_PASSWORD": server.reader_password,
        "NEO4J_DATABASE": server.database,
    }
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("NEO4J_", "LODEGRAPH_"))}
    with TemporaryDirectory() as folder:
        # what a cell prints may come in pieces, and they are one output
        client = NotebookClient(
            notebook, timeout=120, record_timing=False, coalesce_streams=True, resources={"metadata": {"path": folder}}
        )
        client.execute(env=kept | graph | {"IPYTHONDIR": folder, "PYTHONPATH": str(EXAMPLE.parents[1])})
    return clear_outputs(notebook)


def clear_outputs(notebook: NotebookNode) -> NotebookNode:
    """Without versions and names of the machine that ran it."""
    notebook.metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    for number, cell in enumerate(notebook.cells):
        cell.id, cell.metadata = f"cell-{number}", {}
    return notebook


def list_outputs(notebook: NotebookNode) -> dict[str, list[str]]:
    """Every output as text, by the id of its cell."""
    shown = {cell.id: [_text(output) for output in cell.get("outputs", ())] for cell in notebook.cells}
    return {cell: texts for cell, texts in shown.items() if texts}


def _text(output: NotebookNode) -> str:
    return str(output.get("text") or output.get("data", {}).get("text/plain", output.output_type))
