"""Collections of queries as one file or folder: written so that two of the same are the same, read with care."""

import io
import stat
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from cypher.errors import GraphError
from cypher.own.folder import ENDING, MOST_BYTES, MOST_FILES, Unreadable, decode, list_files, read_text, show_name

MOST_PACKED = 2_000_000
"""Bytes of an archive."""
MOST_UNPACKED = 10_000_000
"""Bytes of all that is taken out of one."""
MADE = (1980, 1, 1, 0, 0, 0)
"""The time of every entry, so that the same queries make the same archive."""
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class BadBundle(GraphError):
    """What is no collection of queries, or one that is not opened: nothing of it is taken."""


def pack(texts: Mapping[str, str]) -> bytes:
    """A ZIP of query files: by file name, each with its text."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(texts):
            entry = zipfile.ZipInfo(name, MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, texts[name].encode())
    return written.getvalue()


def unpack(content: bytes) -> dict[str, str]:
    """By file name, the text of each query in a ZIP, whatever folder of it they lie in. Nothing is written to a disk.

    Raises BadBundle, and then nothing of it may be used: for names that lead elsewhere, links, what is encrypted, two
    files of one name, and for what is or becomes too large.
    """
    if len(content) > MOST_PACKED:
        raise BadBundle(f"the archive has more than {MOST_PACKED:,} bytes", "import it in parts")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _read_entries(archive)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError, RuntimeError) as error:
        raise BadBundle(f"this is no ZIP that can be read ({error})", "pack it again") from None


def read_path(path: Path) -> dict[str, str]:
    """By file name, the text of each query in a ZIP, a folder and its folders one below, or one file.

    Raises BadBundle, and OSError for what cannot be read.
    """
    if path.is_dir():
        inner = sorted(p for p in path.iterdir() if p.is_dir() and not p.is_symlink() and not p.name.startswith("."))
        return _read_files([file for folder in (path, *inner) for file in list_files(folder)])
    if path.name.lower().endswith(ENDING):
        return _read_files([path])
    with path.open("rb") as file:
        return unpack(file.read(MOST_PACKED + 1))


def _read_files(paths: list[Path]) -> dict[str, str]:
    if len(paths) > MOST_FILES:
        raise BadBundle(f"it holds {len(paths):,} queries, and {MOST_FILES:,} are the most", "import it in parts")
    texts: dict[str, str] = {}
    for path in paths:
        try:
            _put(texts, path.name, read_text(path))
        except Unreadable as error:
            raise BadBundle(f"{show_name(path.name)}: {error}") from None
    return texts


def _read_entries(archive: zipfile.ZipFile) -> dict[str, str]:
    entries = archive.infolist()
    if len(entries) > 2 * MOST_FILES:
        raise BadBundle(f"the archive has {len(entries):,} entries, and {2 * MOST_FILES:,} are the most")
    for entry in entries:
        _check_entry(entry)
    queries = [e for e in entries if not e.is_dir() and _file_name(e).lower().endswith(ENDING)]
    if len(queries) > MOST_FILES:
        raise BadBundle(f"the archive has {len(queries):,} queries, and {MOST_FILES:,} are the most")
    texts: dict[str, str] = {}
    total = 0
    for entry in queries:
        content = _read_entry(archive, entry)
        total += len(content)
        if total > MOST_UNPACKED:
            raise BadBundle(f"what is in it has more than {MOST_UNPACKED:,} bytes", "import it in parts")
        try:
            _put(texts, _file_name(entry), decode(content))
        except Unreadable as error:
            raise BadBundle(f"{show_name(entry.filename)}: {error}") from None
    return texts


def _check_entry(entry: zipfile.ZipInfo) -> None:
    """Refuse an archive for one entry that is none of a collection: it was not made by one who means well."""
    name = entry.orig_filename
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name:
        raise BadBundle(f"{show_name(name)}: its name leads out of the archive's folder")
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise BadBundle(f"{show_name(name)}: it is a link or a device")
    if entry.flag_bits & 0x1:
        raise BadBundle(f"{show_name(name)}: it is encrypted", "pack it without a password")


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """What an entry says of its size is not believed."""
    if entry.compress_type not in METHODS:
        raise BadBundle(
            f"{show_name(entry.filename)}: it is packed in a way that is not read", "pack it as a plain ZIP"
        )
    with archive.open(entry) as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise BadBundle(f"{show_name(entry.filename)}: it has more than {MOST_BYTES:,} bytes")
    return content


def _file_name(entry: zipfile.ZipInfo) -> str:
    return PurePosixPath(entry.filename).name


def _put(texts: dict[str, str], name: str, text: str) -> None:
    if name in texts:
        raise BadBundle(f"it holds two files {show_name(name)}", "ids are names of files: give one of them another")
    texts[name] = text
