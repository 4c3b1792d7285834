"""Questions in plain words: what they name is recognised and a saved query with its values found, without a model.

Nothing is run here: a reading is said back, and whoever asked decides.
"""

from cypher.asking.ask import Asking, ask, open_asking
from cypher.asking.reading import Reading, Readings, Recognised
from cypher.asking.words import LONGEST

__all__ = ["LONGEST", "Asking", "Reading", "Readings", "Recognised", "ask", "open_asking"]
