"""Every problem of a set of records in one run, before anything is written."""

from loader.check.check import Checked, check
from loader.check.index import Index

__all__ = ["Checked", "Index", "check"]
