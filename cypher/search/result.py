"""What a search found."""

from collections.abc import Iterator
from dataclasses import dataclass

from cypher.search.rank import Found


@dataclass(frozen=True)
class Findings:
    """The nodes that were found, the best first; `truncated`: there are more than were asked for."""

    found: tuple[Found, ...]
    truncated: bool = False

    def __iter__(self) -> Iterator[Found]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def __getitem__(self, at: int) -> Found:
        return self.found[at]
