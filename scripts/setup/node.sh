#!/bin/sh
# Gets Node and npm for `make frontend` in continuous integration. Fails where they are missing and cannot be had:
# a run without the canvas component's tests would look like one in which they passed.
set -eu
cd "$(dirname "$0")/../.."
. scripts/setup/lib.sh

has node || want nodejs
has npm || want npm
install_wanted
has node && has npm || { say 'Node 20 or newer and npm are needed: install them, or let this run as root on Debian'; exit 1; }
