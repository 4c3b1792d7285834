"""Keeping own queries: every change of the folder is whole or not made, and a deleted query can be had back."""

import os
import secrets
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from cypher.errors import GraphError
from cypher.own.draft import Draft, read_draft, write_draft
from cypher.own.folder import ENDING, MOST_FILES, Unreadable, is_safe_name, list_files, read_text, show_name
from cypher.own.read import Rules, check_draft, read_one
from cypher.saved.catalog import BrokenQuery
from cypher.saved.query import BadQuery, SavedQuery

DELETED = ".deleted"
"""The folder beside the queries that deleted ones are put into."""
MOST_DELETED = 20


class NotKept(GraphError):
    """A change of the folder that was not made; it is as it was."""


@dataclass(frozen=True)
class Opened:
    """A file as it was when somebody opened it, so that what another wrote since is not written over."""

    id: str
    text: str

    @property
    def draft(self) -> Draft:
        """Its fields and its Cypher. Raises BadQuery."""
        return read_draft(f"{self.id}{ENDING}", self.text)


@dataclass(frozen=True)
class Imported:
    """What became of a collection's files: new ones and replaced ones by id, those that were there as they are, those
    whose id another query has here, and those that hold no query, which were not taken."""

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    broken: tuple[BrokenQuery, ...] = ()


@dataclass(frozen=True)
class QueryFolder:
    """A folder of own queries. Every method raises NotKept where the disk or another query is in the way."""

    path: Path

    def open(self, query_id: str) -> Opened:
        """The file of a query, broken or not."""
        path = self._place(query_id)
        try:
            return Opened(query_id, read_text(path))
        except Unreadable as error:
            raise NotKept(f"{show_name(path.name)}: {error}") from None

    def save(self, draft: Draft, rules: Rules, opened: Opened | None = None) -> SavedQuery:
        """Keep a draft; `opened`: in place of that one, which has another name then if the draft's id is another.

        Raises BadQuery where the draft breaks a rule; the folder is as it was then.
        """
        query = check_draft(draft, rules)
        place, text = self._place(query.id), write_draft(draft)
        if opened is not None:
            self._check_unchanged(opened)
        is_same = opened is not None and opened.id == query.id
        if not is_same and _is_there(place):
            raise NotKept(f"there is an own query {query.id} already", "choose another name, or open that one")
        if not _is_there(place) and len(list(list_files(self.path))) >= MOST_FILES:
            raise NotKept(f"the folder holds {MOST_FILES:,} queries, which are the most", "delete some first")
        self._write(place, text, replaces=is_same)
        if opened is not None and not is_same:
            self._place(opened.id).unlink(missing_ok=True)
        return query

    def tag(self, opened: Opened, tags: Collection[str], rules: Rules) -> SavedQuery:
        """Give a query other tags. Raises BadQuery."""
        draft = opened.draft
        others = {name: value for name, value in draft.fields.items() if name != "tags"}
        fields = {**others, "tags": list(tags)} if tags else others
        return self.save(replace(draft, fields=fields), rules, opened)

    def rename(self, query_id: str, new_id: str, rules: Rules) -> SavedQuery:
        """Give a query another id, which its file is named after. Raises BadQuery where it is broken otherwise."""
        self._place(new_id)
        if new_id == query_id:
            raise NotKept(f"{query_id} has that id already", "choose another")
        opened = self.open(query_id)
        draft = opened.draft
        return self.save(replace(draft, fields={**draft.fields, "id": new_id}), rules, opened)

    def delete(self, query_id: str) -> None:
        """Put a query away; `restore` has it back, of the latest twenty."""
        place = self._place(query_id)
        if not _is_there(place):
            raise NotKept(f"there is no own query {query_id}", "it has been deleted or renamed elsewhere")
        with _told(place):
            away = self.path / DELETED
            away.mkdir(exist_ok=True)
            place.replace(away / place.name)
            os.utime(away / place.name, follow_symlinks=False)
            for old in self._list_deleted()[MOST_DELETED:]:
                old.unlink(missing_ok=True)

    def restore(self, query_id: str) -> None:
        """Have a deleted query back; another of its name is not written over."""
        place = self._place(query_id)
        away = self.path / DELETED / place.name
        if not _is_there(away):
            raise NotKept(f"the deleted query {query_id} is no longer kept", "")
        if _is_there(place):
            raise NotKept(f"there is another own query {query_id} now", "rename that one first")
        with _told(place):
            away.rename(place)

    def list_deleted(self) -> tuple[str, ...]:
        """The ids of deleted queries that can be had back, the last one first."""
        return tuple(path.stem for path in self._list_deleted())

    def take_in(self, texts: Mapping[str, str], rules: Rules | None, *, replaces: bool = False) -> Imported:
        """Keep a collection's queries; one that another of its id stands in the way of only where it `replaces`.

        Without `rules` files are taken as they are, by their names.
        """
        added, replaced, same, other, broken = [], [], [], [], []
        for name, text in sorted(texts.items()):
            try:
                query_id = read_one(name, text, rules).id if rules else name.removesuffix(ENDING)
            except BadQuery as error:
                broken.append(BrokenQuery(show_name(name), str(error)))
                continue
            place = self._place(query_id)
            if not _is_there(place):
                self._write(place, text, replaces=False)
                added.append(query_id)
            elif _has_text(place, text):
                same.append(query_id)
            elif replaces:
                self._write(place, text, replaces=True)
                replaced.append(query_id)
            else:
                other.append(query_id)
        return Imported(tuple(added), tuple(replaced), tuple(same), tuple(other), tuple(broken))

    def collect(self) -> dict[str, str]:
        """By file name, the text of every file, as `pack` takes it, also of those that are broken; without those that
        cannot be read or have names that lead elsewhere."""
        texts = {}
        for path in list_files(self.path):
            if not is_safe_name(path.name):
                continue
            try:
                texts[path.name] = read_text(path)
            except Unreadable:
                continue
        return texts

    def _place(self, query_id: str) -> Path:
        """The one place of an id, inside the folder. Raises NotKept for what is none."""
        name = f"{query_id}{ENDING}"
        if not is_safe_name(name):
            raise NotKept(f"'{show_name(query_id)}' is no id of a query", "use small letters, digits and hyphens")
        return self.path / name

    def _check_unchanged(self, opened: Opened) -> None:
        if not _has_text(self._place(opened.id), opened.text):
            raise NotKept(
                f"{opened.id} has been changed or deleted elsewhere since it was opened",
                "open it again, or save this under another name",
            )

    def _write(self, place: Path, text: str, *, replaces: bool) -> None:
        """In one step: a file of that name is there whole, or as it was."""
        draft = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
        with _told(place):
            self.path.mkdir(parents=True, exist_ok=True)
            try:
                opened = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(opened, "w", encoding="utf-8", newline="") as file:
                    file.write(text)
                    file.flush()
                    os.fsync(file.fileno())
                if replaces:
                    draft.replace(place)
                else:
                    _put_beside(draft, place)
            finally:
                draft.unlink(missing_ok=True)

    def _list_deleted(self) -> list[Path]:
        there = [path for path in list_files(self.path / DELETED) if is_safe_name(path.name)]
        return sorted(there, key=lambda path: (path.lstat().st_mtime_ns, path.name), reverse=True)


@contextmanager
def _told(place: Path) -> Iterator[None]:
    """Where an error of the disk becomes NotKept."""
    try:
        yield
    except OSError as error:
        raise NotKept(f"cannot keep {place}: {error.strerror or error}", "nothing was changed") from error


def _put_beside(draft: Path, place: Path) -> None:
    """Never over another file, also one that came at this moment."""
    try:
        os.link(draft, place)
    except FileExistsError:
        raise NotKept(f"there is an own query {place.stem} already", "choose another name, or open that one") from None
    except OSError:  # a disk without links
        if _is_there(place):
            raise NotKept(f"there is an own query {place.stem} already", "choose another name") from None
        draft.replace(place)


def _is_there(path: Path) -> bool:
    return os.path.lexists(path)


def _has_text(path: Path, text: str) -> bool:
    try:
        return read_text(path) == text
    except Unreadable:
        return False
