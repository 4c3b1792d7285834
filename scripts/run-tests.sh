#!/bin/sh
# Runs all tests: run-tests.sh OPTION…, each option given to pytest. ARGS, where there are any, choose tests by themselves.
#
# One after the other, but for what waits for downloads, builds and starts and hardly works itself: the installed wheel
# and the composed project. No other browser runs at that time, as networks that come and go disturb one. With
# LANES=yes they run in lanes beside each other (tests/lanes.py): sooner done where there are four processors or more.
# What runs beside is told when all has ended, each lane under its name.
set -u
cd "$(dirname "$0")/.."
python=.venv/bin/python

if [ -n "${ARGS:-}" ]; then
  # shellcheck disable=SC2086 # several words are meant
  exec $python -m pytest "$@" $ARGS
fi

beside=beside first="--ignore=tests/browser/test_installed_wheel.py --ignore=tests/browser/test_compose_round.py"
if [ "${LANES:-}" = yes ]; then beside="beside graph servers" first="--lane=here"; fi

said=$(mktemp -d)
lanes=
trap 'rm -rf "$said"' EXIT
# pytest hears Ctrl-C, though a shell's background jobs would not
trap 'kill -INT $lanes 2>/dev/null; wait; exit 130' INT TERM

for name in $beside; do
  $python -m pytest --lane "$name" "$@" > "$said/$name" 2>&1 &
  lanes="$lanes $!"
done
# A lane in which nothing is left to run ends with 5, which is no failure.
# shellcheck disable=SC2086 # several words are meant
$python -m pytest $first "$@"
ended=$?
[ $ended -ne 5 ] || ended=0
for process in $lanes; do
  wait "$process"
  other=$?
  [ $other -eq 0 ] || [ $other -eq 5 ] || ended=$other
done
for name in $beside; do
  echo "==> lane $name"
  cat "$said/$name"
done
exit $ended
