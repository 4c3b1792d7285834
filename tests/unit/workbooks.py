"""Reading back a workbook with nothing but the standard library: each cell with its type and its formula, if any."""

import io
import re
import zipfile
from xml.etree import ElementTree

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
CODED = re.compile("_x([0-9A-F]{4})_")


def read_sheet(content: bytes, number: int = 1) -> list[dict[str, tuple[str, str]]]:
    """The rows of a sheet: by column, a cell's type (`text`, `number`, `boolean`, `formula`) and text."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        shared = _read_shared(book)
        sheet = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
    return [
        dict(_read_cell(cell, shared) for cell in row.findall("m:c", NS)) for row in sheet.iter(f"{{{NS['m']}}}row")
    ]


def names_in(content: bytes) -> set[str]:
    """The parts of the workbook: links and macros would be parts of their own."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return set(book.namelist())


def _read_shared(book: zipfile.ZipFile) -> list[str]:
    root = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    texts = ("".join(t.text or "" for t in item.iter(f"{{{NS['m']}}}t")) for item in root.findall("m:si", NS))
    return [CODED.sub(lambda m: chr(int(m[1], 16)), text) for text in texts]


def _read_cell(cell: ElementTree.Element, shared: list[str]) -> tuple[str, tuple[str, str]]:
    column = re.sub("[0-9]", "", cell.attrib["r"])
    value = cell.findtext("m:v", "", NS)
    if cell.find("m:f", NS) is not None:
        return column, ("formula", value)
    kind = {"s": "text", "b": "boolean", "str": "formula"}.get(cell.attrib.get("t", ""), "number")
    return column, (kind, shared[int(value)] if kind == "text" else value)
