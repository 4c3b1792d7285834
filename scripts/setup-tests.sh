#!/bin/sh
# Gets this machine ready for `make test`, and writes down for the tests what it found, in .test-setup/env.
#
# As root on Debian it installs what is missing; at a terminal it asks first. It removes nothing and
# leaves a Docker daemon that answers alone. SETUP=no, another user or another system: it installs nothing.
# The tests then leave out what cannot run, and say why. ENGINES="embedded neo4j-5.26" keeps it to those.
set -eu
cd "$(dirname "$0")/.."
. scripts/setup/lib.sh
. scripts/setup/docker.sh
. scripts/setup/images.sh
. scripts/setup/compose.sh
. scripts/setup/neo4j.sh
. scripts/setup/python_base.sh

want_packages() {
  has_browser || want chromium
  has ip || want iproute2
  docker_answers || has dockerd || want docker.io iptables
  # newer Debians keep the command in a package of its own
  has docker || ! can_install docker-cli || want docker-cli
}

find_all() {
  # first, as it may be built while the rest is found and the first tests run
  if is_any_neo4j_chosen; then find_compose >&2; record COMPOSE COMPOSE_MISSING; fi
  find_neo4j 5.26 5.26.30 NEO4J_IMAGE "${NEO4J_IMAGE:-}" >&2
  record NEO4J_IMAGE NEO4J_MISSING
  find_neo4j 2026.08 2026.08.1 NEO4J_IMAGE_2026 "${NEO4J_IMAGE_2026:-}" >&2
  record NEO4J_IMAGE_2026 NEO4J_MISSING_2026
  if is_any_neo4j_chosen; then find_python_base >&2; record BASE_IMAGE BASE_MISSING; fi
}

check_engines
want_packages
install_wanted
start_docker

mkdir -p .test-setup
find_all > .test-setup/env.new
mv .test-setup/env.new .test-setup/env
