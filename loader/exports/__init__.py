"""A whole set taken along, from a folder or out of a graph, in each of several formats."""

from loader.exports.export import SET_FORMATS, NotEmptyFolder, SetFormat, export_set
from loader.exports.from_graph import take_from_graph
from loader.exports.from_tables import BadTables, are_tables, take_from_tables
from loader.exports.read_back import ReadBack, read_back
from loader.exports.taken import TakenSet, take_folder

__all__ = [
    "SET_FORMATS", "BadTables", "NotEmptyFolder", "ReadBack", "SetFormat", "TakenSet", "are_tables", "export_set",
    "read_back", "take_folder", "take_from_graph", "take_from_tables",
]  # fmt: skip
