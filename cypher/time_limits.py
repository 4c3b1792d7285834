"""How long a statement may run before it is stopped, and how long a server may take to answer at all."""

QUESTION = 20.0
"""Seconds after which a reading statement is stopped, where the server honours it."""
LOAD = 600.0
"""Seconds after which the embedded engine stops even a loading statement."""
ANSWER = 10.0
"""Seconds that a server may take from the first byte to the log-in; also how long one waits for a free connection."""
