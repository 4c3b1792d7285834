"""The driver without what it can do for data frames: we ask it for none, and pandas takes a second to import."""

import sys

FRAMES = ("numpy", "pandas", "pyarrow")


def import_driver() -> None:
    """Import the driver as if the packages for data frames were not installed; they can be imported afterwards."""
    missing = [name for name in FRAMES if name not in sys.modules]
    sys.modules.update(dict.fromkeys(missing))  # type: ignore[arg-type]  # None: this module cannot be imported
    try:
        import neo4j  # noqa: F401
    finally:
        for name in missing:
            del sys.modules[name]
