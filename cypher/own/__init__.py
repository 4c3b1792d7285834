"""Own queries: a folder of `.cypher` files that the reader keeps, in the format of the saved queries that come along.

What is in it is run by the guard of typed Cypher and by nothing else, whichever way it is asked for.
"""

from cypher.own.bundle import BadBundle, pack, read_path, unpack
from cypher.own.draft import Draft, make_id, read_draft, write_draft
from cypher.own.folder import own_folder
from cypher.own.keep import Imported, NotKept, Opened, QueryFolder
from cypher.own.offered import read_all_with_own, read_offered_with_own, rules_of
from cypher.own.picture import TooLarge, draft_picture
from cypher.own.read import OwnQueries, Rules, add_own, check_draft, read_own

__all__ = [
    "BadBundle",
    "Draft",
    "Imported",
    "NotKept",
    "Opened",
    "OwnQueries",
    "QueryFolder",
    "Rules",
    "TooLarge",
    "add_own",
    "check_draft",
    "draft_picture",
    "make_id",
    "own_folder",
    "pack",
    "read_all_with_own",
    "read_draft",
    "read_offered_with_own",
    "read_own",
    "read_path",
    "rules_of",
    "unpack",
    "write_draft",
]
