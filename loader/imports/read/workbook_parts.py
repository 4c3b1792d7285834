"""The parts of a workbook beside its sheets: which sheets there are, the shared texts, and which formats are dates.

Written on the standard library: a reader that streams gives no merged cells, and either formulas or their results,
where both are needed here; and no part is read that was not measured first.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from loader.imports.read import limits
from loader.imports.rows import BadFile

DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Numbers of the formats of days and times that every workbook has."""
PERCENT_FORMATS = frozenset((9, 10))
QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
AT_ONCE = 2**16


@dataclass(frozen=True)
class SheetPart:
    """A sheet by its name, and the part of the file in which it is."""

    name: str
    part: str
    is_hidden: bool


@dataclass
class Parts:
    """What a sheet's cells refer to. `days` and `percents`: numbers of cell formats that show days, or per cent."""

    sheets: list[SheetPart] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    days: set[int] = field(default_factory=set)
    percents: set[int] = field(default_factory=set)
    begins_1904: bool = False


def open_book(file: Any, name: str) -> zipfile.ZipFile:
    """The workbook as a packed file of parts, none of which unpacks to more than is bounded. Raises BadFile."""
    try:
        book = zipfile.ZipFile(file)
    except zipfile.BadZipFile:
        raise BadFile(f"{name} is no workbook: its file is not whole, save it again") from None
    for part in book.infolist():
        large = part.file_size > 2**20 and part.file_size > part.compress_size * limits.RATIO
        if part.file_size > limits.PART or large:
            raise BadFile(f"{name} unpacks to {part.file_size / 2**20:,.0f} MB in {part.filename}: it is not read")
        if part.flag_bits & 1:
            raise BadFile(f"{name} has a password: save it without one")
    return book


def read_parts(book: zipfile.ZipFile, name: str) -> Parts:
    """The sheets, shared texts and formats of a workbook. Raises BadFile where it is none."""
    names = set(book.namelist())
    if "xl/workbook.xml" not in names:
        raise BadFile(f"{name} is no workbook of Excel: save it as .xlsx, or each sheet as CSV")
    parts = Parts()
    targets: dict[str, str] = {}
    if "xl/_rels/workbook.xml.rels" in names:
        for tag, attributes, _ in elements(book, "xl/_rels/workbook.xml.rels", {"Relationship"}):
            if tag == "Relationship":
                targets[attributes.get("Id", "")] = _full(attributes.get("Target", ""))
    for tag, attributes, _ in elements(book, "xl/workbook.xml", {"sheet", "workbookPr"}):
        if tag == "workbookPr":
            parts.begins_1904 = attributes.get("date1904") in ("1", "true")
        else:
            reference = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            hidden = attributes.get("state", "visible") != "visible"
            if (part := targets.get(reference, "")) in names:
                parts.sheets.append(SheetPart(attributes.get("name", ""), part, hidden))
    if "xl/sharedStrings.xml" in names:
        parts.texts = _read_texts(book, name)
    if "xl/styles.xml" in names:
        _read_formats(book, parts)
    return parts


def elements(book: zipfile.ZipFile, part: str, wanted: set[str]) -> Iterator[tuple[str, dict[str, str], str]]:
    """Each wanted element of a part as it ends: its tag, its attributes and the text within. Raises BadFile.

    A document that declares entities is refused: a few lines of them unpack to anything.
    """
    ended: list[tuple[str, dict[str, str], str]] = []
    opened: list[tuple[str, dict[str, str], list[str]]] = []

    def begin(tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if tag in wanted:
            opened.append((tag, attributes, []))

    def text(data: str) -> None:
        for _, _, texts in opened:
            texts.append(data)

    def end(tag: str) -> None:
        if opened and opened[-1][0] == tag.rpartition(":")[2]:
            name, attributes, texts = opened.pop()
            ended.append((name, attributes, "".join(texts)))

    def refuse(*_: object) -> None:
        raise BadFile(f"{part} of the workbook declares entities, as no spreadsheet program does: it is not read")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = text, refuse
    try:
        with book.open(part) as file:
            while content := file.read(AT_ONCE):
                parser.Parse(content, False)
                yield from ended
                ended.clear()
            parser.Parse(b"", True)
            yield from ended
    except (expat.ExpatError, zipfile.BadZipFile, EOFError) as error:
        raise BadFile(f"{part} of the workbook cannot be read ({error}): save it again") from None


def _full(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _read_texts(book: zipfile.ZipFile, name: str) -> list[str]:
    texts: list[str] = []
    runs: list[str] = []
    size = 0
    for tag, _, text in elements(book, "xl/sharedStrings.xml", {"si", "t", "rPh"}):
        if tag == "si":
            texts.append(decode("".join(runs)))
            runs.clear()
        elif tag == "rPh":  # how a Japanese word is read stands within it, and is no part of it
            runs and runs.pop()
        else:
            runs.append(text)
            size += len(text)
        if size > limits.SHARED_TEXT:
            raise BadFile(f"{name} holds more than {limits.SHARED_TEXT // 2**20} MB of text: split it")
    return texts


def decode(text: str) -> str:
    """A text with the characters that workbooks write as `_x000D_`."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), text)


def _read_formats(book: zipfile.ZipFile, parts: Parts) -> None:
    """Which cell formats show days or per cent: an `xf` outside `cellXfs` belongs to styles that cells do not name."""
    own: dict[int, str] = {}
    formats: list[int] = []
    pending: list[int] = []
    for tag, attributes, _ in elements(book, "xl/styles.xml", {"numFmt", "xf", "cellXfs", "cellStyleXfs"}):
        if tag == "numFmt":
            own[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", "")
        elif tag == "xf":
            pending.append(int(attributes.get("numFmtId", 0)))
        elif tag == "cellStyleXfs":
            pending.clear()
        else:
            formats, pending = list(pending), []
    for number, format_ in enumerate(formats):
        code = QUOTED.sub("", own.get(format_, "")).lower()
        if (
            format_ in DATE_FORMATS
            or (code and any(c in code for c in "dy"))
            or ("m" in code and "#" not in code and "0" not in code)
        ):
            parts.days.add(number)
        elif format_ in PERCENT_FORMATS or "%" in code:
            parts.percents.add(number)
