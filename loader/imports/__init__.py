"""Files that people have, brought into our records: sheets by a mapping, and FollowTheMoney entities."""

from loader.imports.already_there import There
from loader.imports.bad_rows import write_bad_rows, write_problems
from loader.imports.bring_in import Brought, bring_in
from loader.imports.draft import draft_mapping
from loader.imports.ftm.bring_in import BroughtEntities, bring_in_entities, holds_entities
from loader.imports.known import Known, known_in_folder, known_in_graph
from loader.imports.mapping import Mapping, SetShape, SourceShape
from loader.imports.mapping_file import ENDING, BadMapping, make_mapping_schema, name_source, read_mapping
from loader.imports.named_rows import LeftOutRow
from loader.imports.progress import Progress
from loader.imports.read.opened import STANDARD_INPUT, from_standard_input
from loader.imports.rows import BadFile, CellProblem
from loader.imports.texts import write_texts
from loader.imports.write_set import NotOurs, refuse_others, write_set

__all__ = [
    "ENDING", "STANDARD_INPUT", "BadFile", "BadMapping", "Brought", "BroughtEntities", "CellProblem", "Known",
    "LeftOutRow", "Mapping", "NotOurs", "Progress", "SetShape", "SourceShape", "There", "bring_in", "bring_in_entities",
    "draft_mapping", "from_standard_input", "holds_entities", "known_in_folder", "known_in_graph",
    "make_mapping_schema", "name_source", "read_mapping", "refuse_others", "write_bad_rows", "write_problems",
    "write_set", "write_texts",
]  # fmt: skip
