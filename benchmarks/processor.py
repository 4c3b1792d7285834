"""Processor seconds of this process and of the graph's server."""

import time
from urllib.parse import urlsplit

import psutil

from cypher.connection import Graph

OF_NEO4J = """\
CALL dbms.queryJmx('java.lang:type=OperatingSystem') YIELD attributes
RETURN attributes.ProcessCpuTime.value AS nanoseconds"""


def seconds_here() -> float:
    """What this process has used so far."""
    return time.process_time()


def seconds_of_server(graph: Graph) -> float:
    """What the server has used so far: by its own account, or, for the embedded engine, by this machine's."""
    if not graph.server.engine.startswith("embedded"):
        return float(graph.rows(OF_NEO4J, {})[0][0]) / 1e9
    port = urlsplit(graph.server.uri).port
    listening = (c for c in psutil.net_connections("tcp") if c.status == psutil.CONN_LISTEN and c.laddr.port == port)
    used = psutil.Process(next(listening).pid).cpu_times()
    return float(used.user + used.system)
