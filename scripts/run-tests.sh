#!/bin/sh
# Runs all tests: run-tests.sh OPTION…, each option given to pytest. ARGS, where there are any, choose tests by themselves.
#
# They run in lanes beside each other (tests/lanes.py), since most of a test's time is waiting for a server or a page.
# The first lane tells as it goes, the others when all have ended, each under its name.
set -u
cd "$(dirname "$0")/.."
python=.venv/bin/python

if [ -n "${ARGS:-}" ]; then
  # shellcheck disable=SC2086 # several words are meant
  exec $python -m pytest "$@" $ARGS
fi

said=$(mktemp -d)
lanes=
trap 'rm -rf "$said"' EXIT
trap 'kill -INT $lanes 2>/dev/null; wait; exit 130' INT TERM # pytest hears it, though a shell's background jobs would not

for name in servers graph compose; do
  $python -m pytest --lane $name "$@" > "$said/$name" 2>&1 &
  lanes="$lanes $!"
done
# A lane in which nothing is left to run ends with 5, which is no failure.
$python -m pytest --lane here "$@"
ended=$?
[ $ended -ne 5 ] || ended=0
for process in $lanes; do
  wait "$process"
  other=$?
  [ $other -eq 0 ] || [ $other -eq 5 ] || ended=$other
done
for name in graph servers compose; do
  echo "==> lane $name"
  cat "$said/$name"
done
exit $ended
