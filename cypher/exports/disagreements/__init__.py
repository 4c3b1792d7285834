"""Formats in which disagreements are taken along, a module each, listed here."""

from cypher.exports.disagreements.as_csv import CSV
from cypher.exports.disagreements.as_json import JSON
from cypher.exports.disagreements.as_markdown import MARKDOWN
from cypher.exports.disagreements.dispute_format import DisputeFormat, TakenAlong

DISPUTE_FORMATS = (CSV, JSON, MARKDOWN)

__all__ = ["CSV", "DISPUTE_FORMATS", "JSON", "MARKDOWN", "DisputeFormat", "TakenAlong"]
