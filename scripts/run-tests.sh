#!/bin/sh
# Runs all tests: run-tests.sh OPTION…, each option given to pytest. ARGS, where there are any, choose tests by themselves.
#
# The composed project is brought up beside the others: it waits for builds and starts, and hardly works itself.
set -u
cd "$(dirname "$0")/.."
python=.venv/bin/python
round=tests/browser/test_compose_round.py

if [ -n "${ARGS:-}" ]; then
  # shellcheck disable=SC2086 # several words are meant
  exec $python -m pytest "$@" $ARGS
fi

said=$(mktemp)
trap 'rm -f "$said"' EXIT
$python -m pytest "$@" $round > "$said" 2>&1 &
beside=$!
$python -m pytest "$@" --ignore=$round
ended=$?
wait $beside || ended=$?
cat "$said"
exit $ended
