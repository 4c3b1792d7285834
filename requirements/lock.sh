#!/bin/sh
# Renews the requirement files: every version pinned with hashes, no index named.
set -eu
cd "$(dirname "$0")/.."
compile() { uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command requirements/lock.sh "$@"; }
compile --extra embedded --extra fast --group build pyproject.toml -o requirements/run.txt
compile --extra embedded --extra fast --group build --group test -c requirements/run.txt pyproject.toml -o requirements/test.txt
# for the image: without the embedded engine, and apart from it what builds our wheel
compile -c requirements/run.txt --extra fast pyproject.toml -o requirements/server.txt
compile -c requirements/run.txt --group build -o requirements/build.txt
