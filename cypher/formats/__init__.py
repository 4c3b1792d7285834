"""An answer as a plain grid, CSV, JSON or pasteable Cypher: the same for the command line and the app."""

from cypher.formats.csv_text import to_csv
from cypher.formats.grid import grid
from cypher.formats.json_text import dumps, to_json
from cypher.formats.pasteable import to_cypher
from cypher.formats.totals_grid import totals_grid

__all__ = ["dumps", "grid", "to_csv", "to_cypher", "to_json", "totals_grid"]
