"""The files of a data set as they are written: YAML that people read, JSON Lines where there is much, each with its
hash."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

import yaml

MARK = ".import.json"
"""A hidden file, which no load reads: what an import wrote, so that what somebody mended is not written over."""
MOST_AS_YAML = 2_000
DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
Record = dict[str, Any]


class Lines:
    """A file of JSON Lines that is being written."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._hash = file, hashlib.sha256()

    def add(self, record: Record) -> None:
        """One more record."""
        content = (json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8")
        self._hash.update(content)
        self._file.write(content)

    def close(self) -> str:
        """The hash of what was written."""
        self._file.close()
        return self._hash.hexdigest()


class SetFiles:
    """Writes the files of a set, and notes each with its hash; files of an earlier import that have no successor go."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._hashes, self._open = folder, dict[str, str](), dict[str, Lines]()
        (folder / "passages").mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> "SetFiles":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for lines in self._open.values():
            lines.close()

    def lines(self, name: str) -> Lines:
        """A file of JSON Lines, to which records are added as they come."""
        if name not in self._open:
            self._open[name] = Lines((self._folder / name).open("wb"))
        return self._open[name]

    def yaml(self, name: str, content: object) -> None:
        """One YAML file."""
        text = yaml.dump(content, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=110).encode("utf-8")
        (self._folder / name).write_bytes(text)
        self._hashes[name] = hashlib.sha256(text).hexdigest()

    def records(self, stem: str, records: Iterable[Record]) -> None:
        """Records as YAML, or as JSON Lines where they are many; no file where there is none."""
        held: list[Record] = []
        for record in (rest := iter(records)):
            held.append(record)
            if len(held) > MOST_AS_YAML:
                lines = self.lines(f"{stem}.jsonl")
                for one in (*held, *rest):
                    lines.add(one)
                return
        if held:
            self.yaml(f"{stem}.yaml", held)

    def passages(self, stem: str, source: str, passages: list[Record]) -> None:
        """The passages of a source."""
        if len(passages) <= MOST_AS_YAML:
            if passages:
                self.yaml(f"{stem}.yaml", {"source": source, "passages": passages})
            return
        lines = self.lines(f"{stem}.jsonl")
        for at in range(0, len(passages), 1000):
            lines.add({"source": source, "passages": passages[at : at + 1000]})

    def finish(self) -> list[str]:
        """The names of the files; those of an earlier import that are none of them are removed."""
        for name, lines in self._open.items():
            self._hashes[name] = lines.close()
        self._open = {}
        mark = self._folder / MARK
        former = json.loads(mark.read_text("utf-8")) if mark.is_file() else {}
        for name in former.keys() - self._hashes.keys():
            (self._folder / name).unlink(missing_ok=True)
        mark.write_text(json.dumps(self._hashes, indent=1), "utf-8")
        return list(self._hashes)


def hash_file(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
