"""Deals as they would be if a reading held that the graph does not show."""

from ledger.supposed.fields import CannotSuppose
from ledger.supposed.suppose import suppose
from ledger.supposed.ties import Tie

__all__ = ["CannotSuppose", "Tie", "suppose"]
