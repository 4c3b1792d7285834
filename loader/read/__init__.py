"""Records as they are written: YAML kept by hand, JSON Lines for large sets."""

from loader.read.folder import BadFolder, read_data_set, read_expected, read_records

__all__ = ["BadFolder", "read_data_set", "read_expected", "read_records"]
