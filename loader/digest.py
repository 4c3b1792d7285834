"""A digest of the record files and of the code that reads them: equal digests make equal graphs."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import cypher.model
import ledger
import loader
from loader.read import FileHashes, files_of_a_set, open_hashed


def digest(folder: Path) -> str:
    """Changes with every file below `folder` that records are read from, and with the model and the loader.

    Reads no record.
    """
    hashes: FileHashes = {}
    for path, name in files_of_a_set(folder):
        with open_hashed(path, name, hashes) as file:
            while file.read(2**20):
                pass
    return digest_of(hashes)


def digest_of(hashes: FileHashes) -> str:
    """The digest of files that were read, by their hashes."""
    found = hashlib.sha256()
    for name, content in sorted(hashes.items()):
        found.update(f"{name} {content}\n".encode())
    for path in _code():
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def _code() -> Iterator[Path]:
    for package in (cypher.model, ledger, loader):
        yield from sorted(Path(str(package.__file__)).parent.rglob("*.py"))
