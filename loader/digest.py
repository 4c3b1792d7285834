"""A digest of the record files and of the code that reads them: equal digests make equal graphs."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import cypher.model
import ledger
import loader


def digest(folder: Path) -> str:
    """Changes with every record file below `folder`, hidden ones apart, and with the model and the loader.

    Reads no record. Hidden files are none: what a version control system keeps there changes with every look at it.
    """
    found = hashlib.sha256()
    for path, name in (*_files(folder, "*"), *_code()):
        found.update(f"{name} {path.stat().st_size}\n".encode())
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def _code() -> Iterator[tuple[Path, str]]:
    for package in (cypher.model, ledger, loader):
        yield from _files(Path(str(package.__file__)).parent, "*.py")


def _files(folder: Path, pattern: str) -> list[tuple[Path, str]]:
    found = ((p, p.relative_to(folder).as_posix()) for p in folder.rglob(pattern) if p.is_file())
    seen = (pair for pair in found if not any(p.startswith(".") or p == "__pycache__" for p in pair[1].split("/")))
    return sorted(seen, key=lambda pair: pair[1])
