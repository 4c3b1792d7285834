"""Records as they are written: YAML kept by hand, JSON Lines for large sets. Each file is read once and hashed."""

from loader.read.files import files_of_a_set, unread_files
from loader.read.folder import (
    BadFolder,
    data_set_of,
    find_drafts,
    misnamed,
    read_data_set,
    read_everything,
    read_expected,
    read_naming,
    read_records,
)
from loader.read.hashed_file import FileHashes, open_hashed
from loader.read.own_model import OwnModel, read_own_model, unread_records

__all__ = [
    "BadFolder",
    "FileHashes",
    "OwnModel",
    "data_set_of",
    "files_of_a_set",
    "find_drafts",
    "misnamed",
    "open_hashed",
    "read_data_set",
    "read_everything",
    "read_expected",
    "read_naming",
    "read_own_model",
    "read_records",
    "unread_files",
    "unread_records",
]  # fmt: skip
