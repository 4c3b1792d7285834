"""All formats in which an answer is taken along: those that write it, and those that draw it, each a module."""

from cypher.exports import FORMATS as WRITTEN
from cypher.exports import ExportFormat
from explorer.render.html_export import HTML

DRAWN = (HTML,)

EXPORT_FORMATS: tuple[ExportFormat, ...] = (*WRITTEN, *DRAWN)
