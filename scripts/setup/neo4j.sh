# shellcheck shell=sh
# The Neo4j image for the tests: the one that NEO4J_IMAGE names, the official one, or a stand-in that we build.

NEO4J_OFFICIAL=neo4j:5.26
NEO4J_STANDIN=lodegraph/neo4j-standin:5.26.30

# shellcheck disable=SC2034  # setup-tests.sh hands both on
neo4j_image=""
neo4j_missing=""

# Sets neo4j_image, or neo4j_missing to the reason why there is none.
# shellcheck disable=SC2034
find_neo4j() {
  if [ -n "${NEO4J_IMAGE:-}" ]; then
    neo4j_image=$NEO4J_IMAGE
  elif ! docker_answers; then
    neo4j_missing='no Docker daemon answers: install and start Docker, or set GRAPH_TEST_URI to an empty Neo4j server'
  elif has_image "$NEO4J_OFFICIAL" || { may_prepare && pull_official; }; then
    neo4j_image=$NEO4J_OFFICIAL
  elif has_image "$NEO4J_STANDIN" || { may_prepare && build_standin; }; then
    say "Neo4j: the stand-in $NEO4J_STANDIN, built from Neo4j's Maven artifacts, as no image can be pulled"
    neo4j_image=$NEO4J_STANDIN
  else
    neo4j_missing="there is no image $NEO4J_OFFICIAL: run 'make setup' where it can be pulled or, with default-jdk-headless, \
maven and busybox-static, a stand-in can be built; or set NEO4J_IMAGE or GRAPH_TEST_URI"
  fi
}

has_image() { docker image inspect "$1" >/dev/null 2>&1; }

# Asking for the manifest tells at once whether a registry can be reached; the pull itself may take its time.
pull_official() {
  limited 20 docker manifest inspect "$NEO4J_OFFICIAL" >/dev/null 2>&1 || return 1
  say "pulling $NEO4J_OFFICIAL"
  docker pull -q "$NEO4J_OFFICIAL" >/dev/null
}

build_standin() {
  has mvn || want maven
  has_jdk || want default-jdk-headless
  has_static_busybox || want busybox-static
  install_wanted
  { has mvn && has_jdk && has_static_busybox; } || return 1
  say "building $NEO4J_STANDIN (a minute or two, once)"
  sh tests/containers/neo4j/build.sh "${NEO4J_STANDIN##*:}" "$NEO4J_STANDIN"
}

has_jdk() {
  for jmods in /usr/lib/jvm/*/jmods "${JAVA_HOME:-/nowhere}/jmods"; do
    [ ! -d "$jmods" ] || return 0
  done
  return 1
}

has_static_busybox() { has busybox && ! ldd "$(command -v busybox)" >/dev/null 2>&1; }
