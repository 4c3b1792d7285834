#!/bin/sh
# Runs all tests: run-tests.sh OPTION…, each option given to pytest. ARGS, where there are any, choose tests by themselves.
#
# The tests run in two rows beside each other (their lanes are in tests/lanes.py), as those on Neo4j mostly wait for it:
#   in front: unit tests, the browser's, then the installed wheel and the composed project
#   behind:   a graph on servers of Neo4j, and without one; told when all has ended
# A browser is disturbed by containers' networks that come and go. It gets a network of its own, with nothing but loopback;
# where none can be had, it waits until the row behind has ended.
#
# What fails is tried once more when all is at rest, as two processors shared by two rows keep some of them waiting too
# long: a test that fails twice has failed, and what passed at its second trial is named.
set -u
cd "$(dirname "$0")/.."
python=.venv/bin/python

if [ -n "${ARGS:-}" ]; then
  # shellcheck disable=SC2086 # several words are meant
  exec $python -m pytest "$@" $ARGS
fi

said=$(mktemp -d)
process=
trap 'rm -rf "$said"' EXIT
# pytest hears Ctrl-C, though a shell's background jobs would not
trap 'kill -INT $process 2>/dev/null; wait; exit 130' INT TERM

alone() { unshare --net sh -c 'ip link set lo up && exec "$@"' alone "$@"; }
wait_for=
if ! alone true 2>/dev/null; then
  echo "the browser's tests come last: no network of their own can be had here"
  alone() { "$@"; }
  wait_for=yes
fi

# Lanes, and a place of its own for what failed.
unit="--lane unit -o cache_dir=.pytest_cache/unit"
browser="--lane browser -o cache_dir=.pytest_cache/browser"
beside="--lane beside -o cache_dir=.pytest_cache/beside"
behind="--lane servers --lane embedded -o cache_dir=.pytest_cache/behind"

# shellcheck disable=SC2086 # several words are meant
{
  $python -m pytest $behind "$@" > "$said/behind" 2>&1 &
  process=$!
  $python -m pytest $unit "$@"
  unit_ended=$?
  [ -z "$wait_for" ] || wait $process
  alone $python -m pytest $browser "$@"
  browser_ended=$?
  $python -m pytest $beside "$@"
  beside_ended=$?
  wait $process
  behind_ended=$?
  echo "==> a graph on servers of Neo4j, and without one"
  cat "$said/behind"
}

# A lane in which nothing is left to run ends with 5, which is no failure; one with failed tests ends with 1.
once_more() {
  ended=$1; shift
  case $ended in
    0 | 5) return 0 ;;
    1) echo "==> what failed, once more"; "$@" --last-failed --last-failed-no-failures none -v ;;
    *) return "$ended" ;;
  esac
}

# shellcheck disable=SC2086 # several words are meant
once_more $unit_ended $python -m pytest $unit "$@" &&
  once_more $browser_ended alone $python -m pytest $browser "$@" &&
  once_more $beside_ended $python -m pytest $beside "$@" &&
  once_more $behind_ended $python -m pytest $behind "$@"
