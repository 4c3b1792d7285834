"""A full-text index on the embedded engine, whose Cypher can ask one and not make one: that takes its SQL, by HTTP."""

import base64
import http.client
import json

from cypher.errors import GraphError, QueryFailed
from cypher.server import SqlEndpoint

TIMEOUT = 60.0
ANALYZER = "org.apache.lucene.analysis.core.WhitespaceAnalyzer"


def make_full_text_index(endpoint: SqlEndpoint, label: str, property_: str) -> None:
    """Make an index of a property's words, where it is not there yet. Raises GraphError."""
    _run(endpoint, f"CREATE VERTEX TYPE `{label}` IF NOT EXISTS")
    _run(endpoint, f"CREATE PROPERTY `{label}`.`{property_}` IF NOT EXISTS STRING")
    options = json.dumps({"analyzer": ANALYZER})
    _run(endpoint, f"CREATE INDEX IF NOT EXISTS ON `{label}` (`{property_}`) FULL_TEXT METADATA {options}")


def _run(endpoint: SqlEndpoint, command: str) -> None:
    who = base64.b64encode(f"{endpoint.username}:{endpoint.password}".encode()).decode()
    headers = {"Authorization": f"Basic {who}", "Content-Type": "application/json"}
    connection = http.client.HTTPConnection("127.0.0.1", endpoint.port, timeout=TIMEOUT)
    try:
        body = json.dumps({"language": "sql", "command": command})
        connection.request("POST", f"/api/v1/command/{endpoint.database}", body, headers)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
    except (OSError, http.client.HTTPException) as error:
        raise GraphError(f"the embedded engine does not take SQL at port {endpoint.port} ({error})") from error
    finally:
        connection.close()
    if answer.status != http.client.OK:
        raise QueryFailed(f"the embedded engine refused to make an index: {text[:300]}")
