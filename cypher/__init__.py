"""The graph's contract, and the only package that talks to the database driver.

`model` says what may be in the graph; `schema` and `internal` turn it
into Cypher; `queries/` holds the saved queries; `settings`, `engines` and
`connection` reach a server; `results` is what comes back.
"""
