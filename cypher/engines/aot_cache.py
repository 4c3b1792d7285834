"""What Java works out whenever the engine starts, kept from one start to the next: Java's ahead-of-time cache.

The first engine that stops in peace writes it (a few seconds, once for each installed version); with it the next ones
are up in less than half the time. It lies in the user's cache folder and may be deleted at any time.
"""

import hashlib
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

WRITES = "-XX:AOTCacheOutput="
READS = "-XX:AOTCache="
ABANDONED_AFTER = 3600
"""Seconds after which nobody is writing any more."""


def aot_options(package: Path) -> tuple[str, ...]:
    """How to call Java so that it uses the cache or, where there is none yet, writes it when it ends."""
    kept = _cache_file(package)
    if os.pathsep in str(kept):  # Java would take it for two
        return ()
    if kept.is_file():
        return (f"{READS}{kept}",)
    try:
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove_abandoned(kept.parent)
    except OSError:  # nowhere to keep it: every start takes its time
        return ()
    return (f"{WRITES}{kept.with_suffix('')}.{secrets.token_hex(4)}.part",)


def keep_aot_cache(command: list[str]) -> None:
    """Take over what an engine, called by `command` and ended by now, has written; another one may have been first."""
    for option in command:
        if option.startswith(WRITES):
            part = Path(option.removeprefix(WRITES))
            with suppress(OSError):
                part.replace(part.with_suffix("").with_suffix(".aot"))


def _remove_abandoned(folder: Path) -> None:
    """Take away what an engine that was killed while writing has left."""
    for part in folder.glob("engine-*.part*"):
        if time.time() - part.stat().st_mtime > ABANDONED_AFTER:
            part.unlink(missing_ok=True)


def _cache_file(package: Path) -> Path:
    """Named after the engine's files: Java takes no cache that was made with others."""
    jars = sorted((p.name, p.stat().st_size, int(p.stat().st_mtime)) for p in (package / "jars").glob("*.jar"))
    digest = hashlib.sha256(repr((str(package), jars)).encode()).hexdigest()[:16]
    return user_cache_path("lodegraph", appauthor=False) / f"engine-{digest}.aot"
