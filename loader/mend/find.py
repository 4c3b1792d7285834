"""The mendings of a set: found from its problems, tried on a copy, and kept where the check then has them no more."""

import shutil
import tempfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from loader.check import Checked, check
from loader.edit import FileEdit, edit_lines, write_atomically
from loader.edit.line_edits import Change
from loader.mend.by_line import mend_line
from loader.mend.mending import Mending
from loader.mend.not_read import mend_not_read
from loader.read.files import files_of_a_set
from loader.records import Problem


@dataclass(frozen=True)
class Mended:
    """The edits to be made, and what each of their mendings does."""

    edits: tuple[FileEdit, ...]
    mendings: tuple[Mending, ...]


def find_mendings(checked: Checked) -> Mended:
    """What can be mended in one way only; writes nothing to the set."""
    folder = checked.folder
    paths = {name: path for path, name in files_of_a_set(folder)}
    found = [m for problem in checked.problems if (m := _of_problem(problem, paths, checked.index.nodes)) is not None]
    found += mend_not_read(folder, checked.index)
    if not found:
        return Mended((), ())
    kept = _hold(found, folder, paths)
    return Mended(_edit(kept, paths), tuple(kept))


def _of_problem(problem: Problem, paths: dict[str, Path], ids: Collection[str]) -> Mending | None:
    path = paths.get(problem.where.file)
    if path is None or path.suffix.lower() == ".jsonl":
        return None
    lines = path.read_text("utf-8", errors="replace").split("\n")
    at = problem.where.line
    return mend_line(problem, lines[at - 1], ids) if at <= len(lines) else None


def _edit(mendings: Iterable[Mending], paths: dict[str, Path]) -> tuple[FileEdit, ...]:
    changes: dict[str, dict[int, list[Change]]] = {}
    for mending in mendings:
        changes.setdefault(mending.where.file, {}).setdefault(mending.where.line, []).append(mending.change)
    return tuple(edit_lines(paths[name], name, by_line)[0] for name, by_line in changes.items())


def _hold(mendings: list[Mending], folder: Path, paths: dict[str, Path]) -> list[Mending]:
    """Those that a check of the mended set bears out: what the problem said is said no more."""
    with tempfile.TemporaryDirectory() as at:
        copy = Path(at) / "set"
        for path, name in files_of_a_set(folder):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy / name)
        for edit in _edit(mendings, {name: copy / name for name in paths}):
            write_atomically(edit.path, edit.after)
        left = {(p.where, p.field, p.what) for p in check(copy).problems}
    return [m for m in mendings if (m.problem.where, m.problem.field, m.problem.what) not in left]
