"""What an export format is: its name, what browsers call it, and how an answer is written in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line reads the names of all formats before it knows whether it will need them
    from cypher.protocols import Reader
    from cypher.results import Value
    from cypher.saved import QueryAnswer


@dataclass(frozen=True)
class ExportFormat:
    """A format by the name that `--format` takes.

    `title`: what a page calls it. `write`: the answer as text, or as bytes where the format is no text. `asks_graph`:
    False where the question alone is written, so that it need not be asked. `draws`: it shows nodes as they are seen.
    `needs_nodes`: it has nothing to write where an answer holds none. `ending`: of its files, where that is not the
    name. `write_asking`: of a format that asks the graph for more than the answer holds; `write` says then what is
    lacking. `write_rows`: of a format that is rows alone, piece by piece of columns and rows, so that long answers need
    not be held.
    """

    name: str
    title: str
    mime: str
    write: Callable[["QueryAnswer"], str | bytes]
    asks_graph: bool = True
    draws: bool = False
    needs_nodes: bool = False
    ending: str = ""
    write_asking: Callable[["Reader", "QueryAnswer"], str | bytes] | None = None
    write_rows: Callable[[Sequence[str], Iterable[Sequence["Value"]]], Iterator[str]] | None = None

    def write_from(self, graph: "Reader", answer: "QueryAnswer") -> str | bytes:
        """The answer in this format, with all that the format asks the graph for. Raises what the graph raises."""
        return self.write_asking(graph, answer) if self.write_asking else self.write(answer)

    def name_file(self, stem: str) -> str:
        """What a file of it is called: `all-money.csv`, `all-money-card.html`."""
        return f"{stem}-{self.name}.{self.ending}" if self.ending else f"{stem}.{self.name}"
