"""Fingerprints that are missing from passages, filled in from the articles.

Only a place without one (none written, or nothing but zeros) is filled: one that differs is a finding, which somebody
has to read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ledger.articles import Article, BadArticle, NoSuchPlace
from ledger.evidence import hash_passage
from loader.articles import read_article
from loader.edit import FileEdit, edit_lines
from loader.edit.line_edits import Change
from loader.expand.passages import CITE
from loader.read import read_data_set, read_records
from loader.read.files import record_files
from loader.records import Problem, RawRecord, Spot, Where
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
    cite: str
    has_field: bool


def fill_fingerprints(folder: Path, articles: Path) -> Filled:
    """What to write into the passages below `folder`; writes nothing. Raises BadFolder."""
    read_data_set(folder)
    files = {a.source: a.file for a in read_set_articles(folder)}
    paths = {name: path for path, name in record_files(folder)}
    changes: dict[str, dict[int, list[Change]]] = {}
    problems: list[Problem] = []
    number = 0
    for record in read_records(folder):
        due = list(_due(record)) if isinstance(record, RawRecord) else []
        if not due or not isinstance(record, RawRecord):
            continue
        source = str(record.fields.get("source"))
        try:
            article = read_article(articles, files.get(source) or "?")
        except BadArticle as error:
            what = f"{error}, so fingerprints of {source} cannot be filled"
            problems.append(Problem(record.where, "source", what, "name its file as `article` of the source"))
            continue
        for one in due:
            found = _find(article, one.cite)
            if found is None:
                what = f"{article.name} has no place {one.cite}"
                problems.append(Problem(one.spot.where, f"passages.{one.cite}", what, "correct the line or sentence"))
                continue
            line = (one.spot.at("sha256") if one.has_field else one.spot).where.line
            changes.setdefault(record.where.file, {}).setdefault(line, []).append(_writer(found, one.has_field))
            number += 1
    edits = []
    for name, by_line in changes.items():
        edit, refused = edit_lines(paths[name], name, by_line)
        edits.append(edit)
        number -= len(refused)
        remedy = "write `sha256` on the line of its `cite`, or run `lodegraph cite` and paste"
        problems += [
            Problem(Where(name, n), "sha256", "is written in a way that cannot be filled", remedy) for n in refused
        ]
    return Filled(tuple(edits), number, tuple(problems))


def _due(record: RawRecord) -> Iterator[_Due]:
    passages = record.fields.get("passages")
    for number, passage in enumerate(passages if isinstance(passages, list) else ()):
        if isinstance(passage, dict) and isinstance(passage.get("cite"), str):
            written = passage.get("sha256", "")
            if isinstance(written, str) and NONE.fullmatch(written):
                spot = Spot(record.where, record.lines).at("passages", number)
                yield _Due(spot, passage["cite"], "sha256" in passage)


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
