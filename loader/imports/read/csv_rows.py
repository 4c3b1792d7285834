"""CSV and its kin: the encoding and the sign between cells are found, and said."""

import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loader.imports.read import limits
from loader.imports.read.opened import open_file
from loader.imports.rows import BadFile, CellKind, Row
from loader.read.text import BadText, keep

SAMPLE = 2**20
SAMPLED_ROWS = 60
DELIMITERS = {"\t": "tab", ";": "semicolon", ",": "comma", "|": "bar"}
NO_WINDOWS_1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")
STARTS_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True)
class Dialect:
    """How a file of text is written; `found` says in words how that was found out."""

    encoding: str
    delimiter: str
    found: tuple[str, ...] = ()


def find_dialect(path: Path, encoding: str | None = None, delimiter: str | None = None) -> Dialect:
    """The encoding and delimiter of a file by its beginning, where they are not told. Raises BadFile."""
    with open_file(path) as file:
        head = file.read(SAMPLE)
    found: list[str] = []
    if encoding is None:
        encoding, why = _find_encoding(head, path.name)
        found.append(why)
    text = _decode_sample(head, encoding, path.name)
    if delimiter is None:
        delimiter = _find_delimiter(text)
        found.append(f"its cells are parted by a {DELIMITERS[delimiter]}")
    return Dialect(encoding, delimiter, tuple(found))


def read_csv(path: Path, dialect: Dialect) -> Iterator[Row]:
    """The rows of a file, blank ones too. Raises BadFile where it cannot be read on."""
    number = 0
    with open_file(path) as file, io.TextIOWrapper(file, dialect.encoding, newline="") as text:
        try:
            for number, cells in enumerate(csv.reader(text, delimiter=dialect.delimiter), 1):
                if number > limits.ROWS:
                    raise BadFile(f"{path.name} has more than {limits.ROWS:,} rows: split it into several files")
                if len(cells) > limits.COLUMNS:
                    what = (
                        f"row {number} of {path.name} has {len(cells):,} cells, more than the {limits.COLUMNS:,} read"
                    )
                    raise BadFile(f"{what}: see whether its cells are parted by another sign (`delimiter`)")
                yield _make_row(number, cells)
        except UnicodeDecodeError as error:
            what = (
                f"{path.name} is not {dialect.encoding} text after row {number} (byte {error.start:,} of what follows)"
            )
            raise BadFile(f"{what}: say its `encoding`, such as cp1252, or save it as UTF-8") from None
        except csv.Error as error:
            raise BadFile(
                f"row {number + 1} of {path.name} is no CSV ({error}): see whether a quote is not closed"
            ) from None


def _make_row(number: int, cells: list[str]) -> Row:
    kept, kinds = [], {}
    for column, cell in enumerate(cells):
        text, hidden = tidy_cell(cell)
        kept.append(text)
        if hidden:
            kinds[column] = CellKind.HIDDEN
    return Row("", number, tuple(kept), kinds)


def tidy_cell(cell: str) -> tuple[str, bool]:
    """A cell's text on one line in NFC, and whether it held what nobody sees; that is taken out.

    An apostrophe before a sign that would begin a formula is a spreadsheet's own sign for text.
    """
    line = " ".join(cell.split())
    if line.startswith("'") and line[1:].startswith(STARTS_FORMULA):
        line = line[1:]
    try:
        return keep(line), False
    except BadText:
        return keep("".join(c for c in line if _is_seen(c))), True


def _is_seen(character: str) -> bool:
    try:
        keep(character)
    except BadText:
        return False
    return True


def _find_encoding(head: bytes, name: str) -> tuple[str, str]:
    """An encoding, and in words how it was told."""
    if head.startswith(BOM_UTF8):
        return "utf-8-sig", "it is UTF-8 (its first bytes say so)"
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16", "it is UTF-16 (its first bytes say so)"
    nulls, even, odd = head.count(0), head[::2].count(0), head[1::2].count(0)
    if min(even, odd) * 20 < max(even, odd) > len(head) // 5:  # every other byte of most letters is zero
        encoding = "utf-16-le" if odd > even else "utf-16-be"
        return encoding, f"it is UTF-16, as the many zero bytes tell ({encoding})"
    if nulls:
        raise BadFile(f"{name} holds zero bytes, as no text does: save it as CSV in UTF-8, or as .xlsx")
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason != "unexpected end of data" or error.start < len(head) - 4:
            return _find_old_encoding(head, error.start)
    return "utf-8", "it is UTF-8"


def _find_old_encoding(head: bytes, first: int) -> tuple[str, str]:
    if NO_WINDOWS_1252.isdisjoint(head):
        word = head[max(0, first - 12) : first + 12].decode("cp1252").split("\n")[0].strip()
        return "cp1252", f"it is not UTF-8, and read as Windows-1252 (… {word} …): say `encoding` if letters are wrong"
    return "latin-1", "it is neither UTF-8 nor Windows-1252, and read as Latin-1: say `encoding` if letters are wrong"


def _decode_sample(head: bytes, encoding: str, name: str) -> str:
    try:
        return head.decode(encoding, "ignore" if len(head) == SAMPLE else "strict")
    except LookupError:
        raise BadFile(f"'{encoding}' is no encoding that is known: say utf-8, utf-16, cp1252, cp1250 …") from None
    except UnicodeDecodeError as error:
        what = f"{name} is not {encoding} text at byte {error.start:,}"
        raise BadFile(f"{what}: say its `encoding`, such as cp1252, or save it as UTF-8") from None


def _find_delimiter(text: str) -> str:
    """The sign by which most rows have the same number of cells, more than one."""
    best, best_score = ",", 0
    for delimiter in DELIMITERS:
        sizes = Counter[int]()
        try:
            for _, cells in zip(range(SAMPLED_ROWS), csv.reader(io.StringIO(text), delimiter=delimiter), strict=False):
                if cells:
                    sizes[len(cells)] += 1
        except csv.Error:
            continue
        size, often = max(((s, n) for s, n in sizes.items() if s > 1), key=lambda pair: pair[1], default=(0, 0))
        score = often * 1000 + size
        if score > best_score:
            best, best_score = delimiter, score
    return best
