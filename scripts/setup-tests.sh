#!/bin/sh
# Gets this machine ready for `make test`, and writes down for the tests what it found, in .test-setup/env.
#
# As root on Debian it installs what is missing; at a terminal it asks first. It removes nothing and
# leaves a Docker daemon that answers alone. SETUP=no, another user or another system: it installs nothing.
# The tests then leave out what cannot run, and say why.
set -eu
cd "$(dirname "$0")/.."
. scripts/setup/lib.sh
. scripts/setup/docker.sh
. scripts/setup/neo4j.sh

want_packages() {
  has_browser || want chromium
  has ip || want iproute2
  docker_answers || has dockerd || want docker.io iptables
}

want_packages
install_wanted
start_docker
find_neo4j

mkdir -p .test-setup
printf 'NEO4J_IMAGE=%s\nNEO4J_MISSING=%s\n' "$neo4j_image" "$neo4j_missing" > .test-setup/env
