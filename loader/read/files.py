"""Which files of a folder hold records, which say something of the set, and which nobody reads."""

import os
from collections.abc import Iterator
from pathlib import Path

from loader.read.formats import YAML, format_of
from loader.records import Problem, Severity, Where

DATA_SET, EXPECTED, ACCEPTED, MODEL = "data_set.yaml", "expected.yaml", "accepted_pairs.yaml", "model.yaml"
OF_THE_SET = (DATA_SET, EXPECTED, ACCEPTED, MODEL)
"""Files at the top of a folder that say something of the set."""
COVERAGE = "coverage"
"""The folder whose files say why lines of articles have no record."""
NOTES = (".md", ".txt", ".rst", ".html", ".pdf", ".png", ".py", ".sh", "")
"""Files beside records that nobody expects to be read."""
REMEDIES = {
    ".json": "write one record a line into a file that ends in .jsonl",
    ".ndjson": "call it .jsonl",
    ".csv": "write the records as YAML or as JSON Lines",
    ".tsv": "write the records as YAML or as JSON Lines",
    ".xlsx": "write the records as YAML or as JSON Lines",
}


def record_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files of records with their names below the folder, in order of these."""
    for path, name in _files(folder):
        holds_records = format_of(name) is not None and not _is_of_the_set(name) and not _is_coverage(name)
        if holds_records and path.is_file():
            yield path, name


def coverage_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files of the folder for coverage."""
    found = ((path, name) for path, name in _files(folder) if _is_coverage(name) and format_of(name) is YAML)
    return ((path, name) for path, name in found if path.is_file())


def files_of_a_set(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file that says something of the set or its records, each once."""
    yield from record_files(folder)
    yield from coverage_files(folder)
    yield from ((folder / name, name) for name in OF_THE_SET if (folder / name).is_file())


def unread_files(folder: Path) -> Iterator[Problem]:
    """What stands in the folder and is not read, hidden files and notes apart."""
    for path, name in _files(folder):
        where, kind = Where(name, 1), _kind(name)
        if not path.is_file():
            what = "is not a file" if path.exists() else "leads to nothing"
            yield Problem(where, "file", what, "put the file itself there, or take it away", Severity.WARNING)
        elif "/" in name and name.rpartition("/")[2] in OF_THE_SET and not _is_coverage(name):
            what = "is read only at the top of the folder"
            yield Problem(where, "file", what, "move it there, or give it another name")
        elif _is_coverage(name) and format_of(name) not in (None, YAML):
            yield Problem(where, "file", "is not read: coverage is written as YAML", "call it .yaml, and write it so")
        elif format_of(name) is None and kind not in NOTES:
            remedy = REMEDIES.get(kind, "call it .yaml or .jsonl if it holds records; hidden files are left alone")
            yield Problem(where, "file", "is not read", remedy, Severity.WARNING)
    yield from _closed_folders(folder)


def _closed_folders(folder: Path) -> Iterator[Problem]:
    """Folders below that cannot be looked into, or that are links, which are not followed."""
    refused: list[OSError] = []
    for at, folders, _ in os.walk(folder, onerror=refused.append):
        folders[:] = [f for f in folders if not f.startswith(".")]
        for link in (Path(at, f) for f in sorted(folders) if Path(at, f).is_symlink()):
            where = Where(_name(link, folder), 1)
            remedy = "put the files themselves there"
            yield Problem(where, "folder", "is a link, and not read", remedy, Severity.WARNING)
    for error in refused:
        what = f"cannot be read ({(error.strerror or 'error').lower()})"
        yield Problem(Where(_name(Path(error.filename), folder), 1), "folder", what, "let it be read, or take it away")


def _files(folder: Path) -> list[tuple[Path, str]]:
    """Every file below that is not hidden and in no hidden folder."""
    found: list[tuple[Path, str]] = []
    for at, folders, files in os.walk(folder):
        folders[:] = [f for f in folders if not f.startswith(".")]
        found += ((path, _name(path, folder)) for f in files if not f.startswith(".") and (path := Path(at, f)))
    return sorted(found, key=lambda pair: Path(pair[1]).parts)


def _name(path: Path, folder: Path) -> str:
    """The path below the folder as text that any terminal can show."""
    return path.relative_to(folder).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def _kind(name: str) -> str:
    return Path(name).suffix.lower()


def _is_of_the_set(name: str) -> bool:
    return name.rpartition("/")[2] in OF_THE_SET


def _is_coverage(name: str) -> bool:
    return name.startswith(f"{COVERAGE}/")
