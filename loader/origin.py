"""Where a data set was loaded from: the package itself, or a folder of somebody's."""

import hashlib
from pathlib import Path

PACKAGE = "package"
SHIPPED = Path(__file__).resolve().parent.parent / "seeds"


def origin_of(folder: Path) -> str:
    """`package` or `folder` with its name, and a hash of its path: two installations are two origins.

    >>> origin_of(SHIPPED).split()[0]
    'package'
    """
    place = folder.resolve()
    kind = PACKAGE if place == SHIPPED else f"folder {place.name}"
    return f"{kind} {hashlib.sha256(str(place).encode('utf-8', 'surrogateescape')).hexdigest()[:12]}"
