"""Fingerprints that are missing from passages, filled in from the articles.

Only a place without one (none written, or nothing but zeros) is filled: one that differs is a finding, which somebody
has to read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from ledger.articles import Article, BadArticle, NoSuchPlace
from ledger.evidence import hash_passage
from loader.articles import read_article
from loader.edit import FileEdit, edit_lines
from loader.edit.line_edits import Change
from loader.expand.passages import CITE
from loader.read import read_data_set
from loader.read.files import record_files
from loader.read.formats import YAML, format_of
from loader.read.hashed_file import read_file
from loader.read.yaml_file import read_yaml
from loader.records import Problem, RawRecord, Spot
from loader.set_articles import read_set_articles

NONE = re.compile(r"0*")
ON_THE_LINE = re.compile(r"\bsha256:\s*(?:0+|''|\"\")?(?=\s*[,}#]|\s*$)")
FLOW_END = re.compile(r"\s*}(?=\s*(?:#.*)?$)")


@dataclass(frozen=True)
class Filled:
    """The files with fingerprints filled in, how many, and what could not be filled."""

    edits: tuple[FileEdit, ...]
    number: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Due:
    """A passage without a fingerprint, the lines of its place and, where it has the field, of `sha256`."""

    spot: Spot
    number: int
    cite: str
    has_field: bool


@dataclass(frozen=True, eq=False)
class _Found:
    """The fingerprint of a passage that has none."""

    record: RawRecord
    due: _Due
    sha256: str


def fill_fingerprints(folder: Path, articles: Path) -> Filled:
    """What to write into the passages below `folder`; writes nothing. Raises BadFolder.

    A file whose passages are written in a way that cannot be filled by line is told, and left as it is.
    """
    read_data_set(folder)
    files = {a.source: a.file for a in read_set_articles(folder)}
    edits: list[FileEdit] = []
    problems: list[Problem] = []
    number = 0
    for path, name in record_files(folder):
        form = format_of(name)
        records = list(read_file(path, name, form.read, {})) if form else []
        finds = [f for r in records if isinstance(r, RawRecord) for f in _find_all(r, files, articles)]
        problems += (f for f in finds if isinstance(f, Problem))
        found = [f for f in finds if isinstance(f, _Found)]
        if not found:
            continue
        edit, refused = edit_lines(path, name, _changes(found))
        if refused or form is not YAML or not _is_as_meant(edit, records, found):
            remedy = "write each passage on a line of its own, or run `lodegraph cite` and paste"
            what = "has passages without fingerprint, written in a way that cannot be filled"
            problems.append(Problem(found[0].due.spot.where, "sha256", what, remedy))
            continue
        edits.append(edit)
        number += len(found)
    return Filled(tuple(edits), number, tuple(problems))


def _find_all(record: RawRecord, files: Mapping[str, str | None], articles: Path) -> Iterator[_Found | Problem]:
    """The fingerprints that a record of passages lacks."""
    due = list(_due(record))
    if not due:
        return
    source = str(record.fields.get("source"))
    try:
        article = read_article(articles, files.get(source) or "?")
    except BadArticle as error:
        what = f"{error}, so fingerprints of {source} cannot be filled"
        yield Problem(record.where, "source", what, "name its file as `article` of the source")
        return
    for one in due:
        sha256 = _find(article, one.cite)
        if sha256 is None:
            what = f"{article.name} has no place {one.cite}"
            yield Problem(one.spot.where, f"passages.{one.cite}", what, "correct the line or sentence")
        else:
            yield _Found(record, one, sha256)


def _changes(found: Iterable[_Found]) -> dict[int, list[Change]]:
    changes: dict[int, list[Change]] = {}
    for one in found:
        due = one.due
        line = (due.spot.at("sha256") if due.has_field else due.spot).where.line
        changes.setdefault(line, []).append(_writer(one.sha256, due.has_field))
    return changes


def _is_as_meant(edit: FileEdit, before: Sequence[RawRecord | Problem], found: Iterable[_Found]) -> bool:
    """Whether the file then says what it said, and the fingerprints beside it."""
    wanted = [deepcopy(r.fields) if isinstance(r, RawRecord) else None for r in before]
    for one in found:
        fields = wanted[next(n for n, r in enumerate(before) if r is one.record)]
        if fields is not None:
            fields["passages"][one.due.number]["sha256"] = one.sha256
    after = read_yaml(BytesIO(edit.after.encode("utf-8")), edit.name)
    return [r.fields if isinstance(r, RawRecord) else None for r in after] == wanted


def _due(record: RawRecord) -> Iterator[_Due]:
    passages = record.fields.get("passages")
    for number, passage in enumerate(passages if isinstance(passages, list) else ()):
        if isinstance(passage, dict) and isinstance(passage.get("cite"), str):
            written = passage.get("sha256", "")
            if isinstance(written, str) and NONE.fullmatch(written):
                spot = Spot(record.where, record.lines).at("passages", number)
                yield _Due(spot, number, passage["cite"], "sha256" in passage)


def _find(article: Article, cite: str) -> str | None:
    """The fingerprint of the text at a place; None where there is none."""
    place = CITE.fullmatch(cite)
    if place is None:
        return None
    line, sentence = place.groups()
    try:
        return hash_passage(article.text(int(line), int(sentence) if sentence else None))
    except NoSuchPlace:
        return None


def _writer(sha256: str, has_field: bool) -> Change:
    def change(line: str) -> str | None:
        if has_field or ON_THE_LINE.search(line):
            return ON_THE_LINE.sub(f"sha256: {sha256}", line, count=1) if ON_THE_LINE.search(line) else None
        if "{" in line:
            return FLOW_END.sub(f", sha256: {sha256}}}", line) if FLOW_END.search(line) else None
        item = re.match(r"(\s*)-(\s+)\S", line)
        if item is None:
            return None
        return f"{line}\n{item[1]} {item[2]}sha256: {sha256}"

    return change
