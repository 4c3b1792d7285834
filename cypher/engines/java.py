"""How the engine is called: the Java runtime inside its wheel, and its settings.

No password is among them (see `accounts`), so the command line may be seen by
everybody. No setting lets the engine reach beyond this machine.
"""

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from cypher.engines.aot_cache import aot_options
from cypher.engines.folder import EngineFolder
from cypher.errors import EngineError
from cypher.time_limits import LOAD

DATABASE = "neo4j"
MAIN = "com.arcadedb.server.ArcadeDBServer"
HEAP = "512m"
QUICK_START = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""Up in 1.0 s instead of 1.4 s, on 1.4 s of processor time instead of 2.4 s: an explorer's engine lives for minutes."""
MAX_RANGE = 1_000_000
"""The longest list that `range()` may make."""
PLATFORMS = {("Linux", "x86_64"), ("Linux", "aarch64"), ("Darwin", "arm64"), ("Windows", "AMD64")}
KEPT_ENVIRONMENT = ("PATH", "HOME", "LANG", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "WINDIR")
UTF_8_NAMES = {"LC_ALL": "C.UTF-8"}


def engine_version() -> str:
    """The version of the installed engine, or 'unknown'."""
    try:
        return version("arcadedb-embedded")
    except PackageNotFoundError:
        return "unknown"


def java_command(folder: EngineFolder, bolt_port: int, http_port: int) -> list[str]:
    """The command that runs the engine on `folder`. Raises EngineError where the engine is not installed."""
    package = _package()
    java = package / "jre" / "bin" / ("java.exe" if os.name == "nt" else "java")
    if not java.is_file():
        raise EngineError(f"the embedded engine has no Java at {java}: reinstall it with {_install()}")
    settings = [f"-Darcadedb.{key}={value}" for key, value in _settings(folder, bolt_port, http_port).items()]
    options = (f"-Xmx{HEAP}", *QUICK_START, *aot_options(package))
    return [str(java), *options, *settings, "-cp", str(package / "jars" / "*"), MAIN]


def serves(command: list[str], folder: EngineFolder) -> bool:
    """Whether `command`, as the system shows it, runs the engine on `folder`."""
    return f"-Darcadedb.server.rootPath={folder.path}" in command


def java_environment() -> dict[str, str]:
    """The little that the engine needs of our environment: no JAVA_TOOL_OPTIONS, no password, no proxy.

    Java reads the names of files by the locale, which without one (cron, systemd, containers) knows only ASCII.
    """
    kept = {name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ}
    return kept | UTF_8_NAMES if platform.system() == "Linux" else kept


def _settings(folder: EngineFolder, bolt_port: int, http_port: int) -> dict[str, str | int]:
    return {
        "server.rootPath": str(folder.path),
        "server.logsDirectory": str(folder.path / "log"),
        "server.defaultDatabases": f"{DATABASE}[]",
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt.host": "127.0.0.1",
        "bolt.port": bolt_port,
        "bolt.defaultDatabase": DATABASE,
        "server.httpIncomingHost": "127.0.0.1",
        "server.httpIncomingPort": http_port,
        "command.timeout": int(LOAD * 1000),
        "queryMaxRangeSize": MAX_RANGE,
        "opencypher.loadCsv.allowFileUrls": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
        "support.autoRegister": "false",
        "serverMetrics": "false",
        "polyglotEngineEnabled": "false",
    }


def _package() -> Path:
    spec = find_spec("arcadedb_embedded")  # finds without importing: the import would start a Java of its own
    if spec is not None and spec.submodule_search_locations:
        return Path(next(iter(spec.submodule_search_locations)))
    machine = (platform.system(), platform.machine())
    if machine not in PLATFORMS:
        raise EngineError(
            f"the embedded engine does not run on {' '.join(machine)} (only on Linux x86_64 and aarch64, "
            "macOS arm64 and Windows x64): start a Neo4j server, for instance with 'docker compose up', "
            "and set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD"
        )
    raise EngineError(
        f"the embedded engine is not installed: install it with {_install()}, "
        "or set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD to use a server"
    )


def _install() -> str:
    return "pip install 'lodegraph[embedded]'"
