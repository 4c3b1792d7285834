"""Pairs of records with names alike that are two things all the same: `accepted_pairs.yaml`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loader.read.files import ACCEPTED
from loader.read.hashed_file import FileHashes, read_file
from loader.read.yaml_file import read_yaml
from loader.records import Problem, RawRecord, Where

FORM = "write {pair: [kind/one, kind/other], because: why they are two}"


@dataclass(frozen=True)
class AcceptedPair:
    """Two ids that stay two, with the reason."""

    pair: frozenset[str]
    because: str
    where: Where


def read_accepted_pairs(folder: Path, hashes: FileHashes | None = None) -> Iterator[AcceptedPair | Problem]:
    """The pairs in order; what is none is a Problem. Nothing where the set has no such file."""
    path = folder / ACCEPTED
    hashes = {} if hashes is None else hashes
    for record in read_file(path, ACCEPTED, read_yaml, hashes) if path.is_file() else ():
        yield record if isinstance(record, Problem) else _accepted(record)


def _accepted(record: RawRecord) -> AcceptedPair | Problem:
    pair, because = record.fields.get("pair"), record.fields.get("because")
    ids = frozenset(pair) if isinstance(pair, list) and all(isinstance(i, str) for i in pair) else frozenset()
    if len(ids) != 2 or not isinstance(because, str) or not because or len(record.fields) > 2:
        return Problem(record.where, "pair", "is no accepted pair", FORM)
    return AcceptedPair(ids, because, record.where)
