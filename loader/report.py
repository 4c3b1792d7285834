"""What a load did, for people and for machines."""

from collections import Counter
from dataclasses import asdict, dataclass

from loader.plan import Change


@dataclass(frozen=True)
class Counts:
    """How many of a kind were created, changed, left as they were, and removed."""

    created: int
    changed: int
    left: int
    removed: int

    @classmethod
    def of(cls, counts: Counter[Change]) -> "Counts":
        """From the plan's own counts."""
        return cls(*(counts[change] for change in Change))

    @property
    def nothing_done(self) -> bool:
        """Whether the graph was as the records have it."""
        return not (self.created or self.changed or self.removed)


@dataclass(frozen=True)
class Report:
    """One load: the data set, the hash of its records, and what happened to nodes and relationships."""

    data_set: str
    version: str
    nodes: Counts
    relationships: Counts
    kept: tuple[str, ...] = ()

    @property
    def nothing_done(self) -> bool:
        """Whether the graph was as the records have it."""
        return self.nodes.nothing_done and self.relationships.nothing_done

    def in_numbers(self) -> dict[str, int]:
        """Every count by name, such as nodes_created."""
        kinds = (("nodes", self.nodes), ("relationships", self.relationships))
        return {f"{kind}_{change}": n for kind, counts in kinds for change, n in asdict(counts).items()}
