"""Files that the explorer's page brings in: tried by what the reader decided, written as sets of one's own, loaded."""

import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

import yaml

from cypher.connection import Server, connect
from cypher.engines.folder import data_dir
from cypher.errors import GraphError
from cypher.status import data_sets
from explorer.import_port import (
    MOST_BYTES,
    Brought,
    ColumnFound,
    Decisions,
    GivenFile,
    Trial,
)
from ledger.text import count_things
from loader import imports
from loader.check import check
from loader.consent import NeedsConsent
from loader.drop import drop
from loader.load import load
from loader.origin import origin_of
from loader.records import BadRecords
from lodegraph.cli.import_preview import (
    MOST_TOLD,
    list_asked,
    preview_entities,
    preview_rows,
    read_settings,
    tell_problems,
    write_bad_rows_as_text,
)
from lodegraph.cli.load import as_text
from lodegraph.runtime.import_service import answer_about_imports

NOTHING_KNOWN = Trial()
EXAMPLES = 4
LONGEST_EXAMPLE = 60


def own_sets() -> Path:
    """The folder of the sets that pages made, in the user's data folder beside own queries."""
    return data_dir() / "sets"


@dataclass
class _Made:
    """A file by a mapping: what is to be told, and what is to be written."""

    trial: Trial
    rules: "imports.Mapping"
    brought: "imports.Brought | None" = None


class ImportDesk:
    """Brings files in for one person; `folder` holds the sets that are made, `writer` may load into the graph."""

    def __init__(self, folder: Path, writer: Server) -> None:
        self._folder, self._writer = folder, writer
        self._loading = Lock()

    def try_(self, file: GivenFile, decisions: Decisions) -> Trial:
        """What the file comes to; nothing is kept."""
        try:
            with _as_file(file) as path:
                return self._make(path, decisions).trial
        except _Refused as refused:
            return replace(refused.known, refused=refused.lines)

    def load(self, file: GivenFile, decisions: Decisions) -> Brought:
        """Write the set, check and load it; where anything is wrong, nothing of it is left."""
        try:
            with self._loading, _as_file(file) as path:
                made = self._make(path, decisions)
                if not made.trial.may_load:
                    return Brought(is_done=False, lines=(made.trial.clash or "rows have problems: answer them first",))
                return self._write(path, made)
        except _Refused as refused:
            return Brought(is_done=False, lines=refused.lines)

    def _make(self, path: Path, decisions: Decisions) -> _Made:
        with _refusals():
            if imports.holds_entities(path):
                return self._make_entities(path, decisions)
            draft, guesses = imports.draft_with_guesses(path, decisions.columns)
            columns = tuple(
                ColumnFound(
                    g.column.heading, g.is_, g.why, g.column.filled,
                    tuple(text[:LONGEST_EXAMPLE] for text in g.column.distinct[:EXAMPLES]), tuple(imports.HEADINGS),
                )
                for g in guesses
            )  # fmt: skip
            if twice := _find_twice(decisions):
                what = f"two columns are the {twice}: say of one of them that it is something else"
                raise _Refused((what,), Trial(columns=columns, settings=read_settings(draft)))
            mapping = _answer(draft, decisions)
            try:
                rules = _read(mapping, path)
            except imports.BadMapping as error:
                known = Trial(columns=columns, settings=read_settings(mapping))
                raise _Refused(tuple(map(str, error.problems)), known) from None
            found: list[str] = []
            brought = imports.bring_in(path, rules, tell=found.append)
            trial = Trial(
                found=tuple(text.removeprefix(f"{path.name}: ") for text in found),
                columns=columns,
                questions=list_asked(mapping),
                rows=brought.rows,
                good=brought.rows - len(brought.bad_rows),
                counts=dict(sorted(Counter(n.label for n in brought.gathered.nodes.values()).items())),
                **tell_problems(brought.problems, brought.warnings),
                **preview_rows(brought),
                bad_rows=write_bad_rows_as_text(brought),
            )
            return _Made(self._finish(trial, mapping, rules, decisions), rules, brought)

    def _make_entities(self, path: Path, decisions: Decisions) -> _Made:
        given = imports.name_source(path).model_dump(include={"data_set", "source"}, exclude_none=True)
        mapping = _answer(yaml.safe_dump(given, allow_unicode=True, sort_keys=False), decisions)
        rules = _read(mapping, path)
        with tempfile.TemporaryDirectory(prefix="lodegraph-") as folder:
            into = Path(folder, "set")
            brought = imports.bring_in_entities(path, into, rules.data_set, rules.source)
            nodes, links = preview_entities(into)
            labels = dict(sorted(check(into).index.labels.items()))
        trial = Trial(
            are_entities=True, rows=brought.rows, good=brought.brought_in, counts=labels, nodes=nodes, links=links,
            **tell_problems([], brought.warnings),
        )  # fmt: skip
        return _Made(self._finish(trial, mapping, rules, decisions), rules)

    def _finish(self, trial: Trial, mapping: str, rules: "imports.Mapping", decisions: Decisions) -> Trial:
        name = rules.data_set.name
        clash = self._find_clash(name)
        is_whole = trial.good > 0 and (not trial.problems or decisions.skips_bad)
        return replace(
            trial, data_set=name, folder=str(self._folder / name), mapping=mapping, clash=clash,
            settings=read_settings(mapping), may_load=is_whole and not clash,
        )  # fmt: skip

    def _find_clash(self, name: str) -> str:
        """Why no set of a name can be made; case counts for nothing, as on some machines."""
        if self._folder.is_dir():
            taken = next((p for p in self._folder.iterdir() if p.name.casefold() == name.casefold()), None)
            if taken is not None:
                return f"a set called {taken.name} is in {self._folder} already: choose another name"
        try:
            held = self._hold()
        except GraphError as error:
            return f"whether the graph holds a set of this name is not known: {error}"
        return (
            f"the graph holds a data set called {name} already: choose another name" if name.casefold() in held else ""
        )

    def _hold(self) -> frozenset[str]:
        """The names of the graph's data sets, in small letters."""
        with connect(self._writer) as graph:
            return frozenset(one.name.casefold() for one in data_sets(graph))

    def _write(self, path: Path, made: _Made) -> Brought:
        rules, into = made.rules, self._folder / made.rules.data_set.name
        kept = into.with_name(f"{into.name}{imports.ENDING}")
        with _refusals():
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix=".new-", dir=self._folder) as begun:
                new = Path(begun, into.name)
                if made.brought is None:
                    imports.bring_in_entities(path, new, rules.data_set, rules.source)
                else:
                    brought = made.brought
                    imports.write_set(new, rules.data_set, brought.sources, brought.gathered, rules.answers)
                if problems := check(new).problems:
                    raise _Refused(tuple(map(str, problems[:MOST_TOLD])))
                new.rename(into)
            try:
                kept.write_text(made.trial.mapping, encoding="utf-8")
                with connect(self._writer, writing=True) as graph:
                    report = load(graph, into)
            except BaseException as error:
                shutil.rmtree(into, ignore_errors=True)
                kept.unlink(missing_ok=True)
                if isinstance(error, GraphError):
                    raise _Refused((str(error), self._take_out_unfinished(into))) from None
                raise
        said = f"{count_things(made.trial.good, 'row')} of {made.trial.rows:,} brought in"
        return Brought(True, (said, *as_text(report).splitlines()), into.name, str(into))

    def _take_out_unfinished(self, into: Path) -> str:
        """Take what a load that broke off left out of the graph; says what is left.

        A whole set of that name, or one from another folder, is somebody else's and stays.
        """
        name, origin = into.name, origin_of(into)
        try:
            with connect(self._writer, writing=True) as graph:
                if any(d.name == name and d.origin == origin and not d.is_complete for d in data_sets(graph)):
                    drop(graph, name)
        except GraphError:
            return f"the graph may hold a part of it: `lodegraph drop {name}` takes that out"
        return "nothing is left of it"


@contextmanager
def answer_about_files(writer: Server) -> Iterator[dict[str, str]]:
    """Bring files in for the explorer until the block ends; gives its settings."""
    desk = ImportDesk(own_sets(), writer)
    with answer_about_imports(desk.try_, desk.load) as settings:
        yield settings


class _Refused(Exception):
    """What cannot be brought in, with the words for the reader, and what is known of the file all the same."""

    def __init__(self, lines: tuple[str, ...], known: Trial = NOTHING_KNOWN) -> None:
        super().__init__("\n".join(lines))
        self.lines, self.known = lines, known


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except imports.BadMapping as error:
        raise _Refused(tuple(map(str, error.problems))) from None
    except BadRecords as error:
        raise _Refused((*map(str, error.problems[:MOST_TOLD]), str(error))) from None
    except NeedsConsent as error:
        raise _Refused((str(error),)) from None
    except (imports.BadFile, imports.NotOurs, GraphError) as error:
        raise _Refused((str(error),)) from None
    except OSError as error:
        raise _Refused((f"{error.filename or 'the file'}: {error.strerror or error}",)) from None


@contextmanager
def _as_file(file: GivenFile) -> Iterator[Path]:
    """The file under its own name in a folder that is taken away again; of the name only what is harmless."""
    name = re.sub(r"[^\w. ()+-]", "-", Path(file.name.replace("\\", "/")).name).lstrip(". ")[-120:]
    if len(file.content) > MOST_BYTES:
        raise _Refused((f"{name} is larger than {MOST_BYTES:,} bytes: bring it in by `lodegraph import`",))
    with tempfile.TemporaryDirectory(prefix="lodegraph-") as folder:
        path = Path(folder, name or "file.csv")
        path.write_bytes(file.content)
        yield path


def _find_twice(decisions: Decisions) -> str:
    said = Counter(decisions.columns.values())
    return next((is_.replace("_", " ") for is_, n in said.items() if n > 1 and is_ in imports.ONE_OF_A_KIND), "")


def _answer(mapping: str, decisions: Decisions) -> str:
    return imports.answer_questions(mapping, ((a.path, a.text) for a in decisions.answers), decisions.another)


def _read(mapping: str, path: Path) -> "imports.Mapping":
    """The mapping, read as a file of one is, so that its problems are told in the same words."""
    file = path.with_name(f"{path.name}{imports.ENDING}")
    file.write_text(mapping, encoding="utf-8")
    try:
        return imports.read_mapping(file)
    finally:
        file.unlink()
