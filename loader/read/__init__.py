"""Records as they are written: YAML kept by hand, JSON Lines for large sets."""

from loader.read.files import unread_files
from loader.read.folder import BadFolder, misnamed, read_data_set, read_everything, read_expected, read_records

__all__ = ["BadFolder", "misnamed", "read_data_set", "read_everything", "read_expected", "read_records", "unread_files"]
