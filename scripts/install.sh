#!/bin/sh
# Installs into .venv, which it makes where it is missing: `install.sh run` what the program needs, and the
# program itself; `install.sh test` what the tests need on top. Needs Python 3.11 or newer, with venv.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python

say() { echo "==> $*"; }

recent_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
  for name in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11; do
    if recent_enough "$name"; then
      echo "$name"
      return
    fi
  done
  echo "Lodegraph needs Python 3.11 or newer; python3 here is $(python3 --version 2>&1 || true)." >&2
  echo "Install one, or name it: make run PYTHON=/path/to/python3.11" >&2
  return 1
}

make_environment() {
  ! recent_enough $python || return 0
  found=$(find_python)
  say "Making a virtual environment in .venv ($("$found" --version))"
  "$found" -m venv --clear .venv || {
    echo "This Python cannot make virtual environments. On Debian: apt-get install python3-venv" >&2
    return 1
  }
}

quiet_unless_watched() { [ -t 2 ] || echo -q; }

# uv is some ten times as fast as pip; where it cannot be had, pip does the same
install_pinned() {
  say "Installing the pinned packages of $1"
  if $python -m uv --version >/dev/null 2>&1 ||
    $python -m pip install -q --disable-pip-version-check --only-binary :all: --require-hashes -r requirements/uv.txt 2>/dev/null; then
    # shellcheck disable=SC2046  # one option, or none
    if $python -m uv pip install $(quiet_unless_watched) --python $python --compile-bytecode --require-hashes -r "$1"; then
      return
    fi
    say 'uv could not; trying pip, which takes some minutes'
  else
    say 'no uv for this machine; pip takes some minutes'
  fi
  $python -m pip install -q --disable-pip-version-check --require-hashes -r "$1"
}

install_program() {
  say 'Installing Lodegraph itself'
  $python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
}

make_environment
install_pinned "requirements/$1.txt"
[ "$1" != run ] || install_program
touch ".venv/.installed-$1"
