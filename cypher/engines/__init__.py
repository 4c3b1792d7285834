"""The embedded engine: a graph server in a child process, for those who have configured none.

`embedded` is the way through: attach to the engine that runs on a data folder,
or start one, and stop it when the last user leaves. `java` says how it is
called, `accounts` who may log in, `process` runs it, `state` is what one
command leaves for the next to find, `locks` tells who is last.
"""
