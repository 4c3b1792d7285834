"""Formats in which an answer is taken along, a module each, listed here; those that draw are the drawing package's.

`explorer/render/exports.py` has the list of all.
"""

from cypher.exports.csv_text import CSV
from cypher.exports.cypher_text import CYPHER
from cypher.exports.export_format import ExportFormat
from cypher.exports.graphml_text import GRAPHML
from cypher.exports.json_text import JSON
from cypher.exports.jsonl_text import JSONL
from cypher.exports.xlsx_file import XLSX

FORMATS = (JSON, JSONL, CSV, XLSX, GRAPHML, CYPHER)

__all__ = ["CSV", "CYPHER", "FORMATS", "GRAPHML", "JSON", "JSONL", "XLSX", "ExportFormat"]
