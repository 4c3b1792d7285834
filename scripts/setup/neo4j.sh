# shellcheck shell=sh
# The Neo4j image of a line: the one that a variable names, the official one, or a stand-in that we build.
# Only for the lines that ENGINES chooses is anything pulled or built.

ENGINE_NAMES='embedded neo4j-5.26 neo4j-2026.08'

# Ends the set-up where ENGINES names something else.
check_engines() {
  for name in ${ENGINES:-}; do
    is_among "$name" "$ENGINE_NAMES" || { say "there is no engine '$name': choose from $ENGINE_NAMES" >&2; exit 2; }
  done
}

is_chosen() { [ -z "${ENGINES:-}" ] || is_among "$1" "$ENGINES"; }

is_any_neo4j_chosen() { [ -z "${ENGINES:-}" ] || [ "$ENGINES" != "${ENGINES#*neo4j}" ]; }

# `find_neo4j LINE STAND-IN'S-VERSION VARIABLE ITS-VALUE` sets `found`, or `missing` to the reason why there is none.
# shellcheck disable=SC2034
find_neo4j() {
  official=neo4j:$1
  standin=lodegraph/neo4j-standin:$2
  found=''
  missing=''
  if [ -n "$4" ]; then
    found=$4
  elif ! docker_answers; then
    missing='no Docker daemon answers: install and start Docker, or set GRAPH_TEST_URI to an empty Neo4j server'
  elif has_image "$official" || { may_fetch "$1" && pull_image "$official"; }; then
    found=$official
  elif has_image "$standin" || { may_fetch "$1" && build_neo4j "$2"; }; then
    say "Neo4j $1: the stand-in $standin, built from Neo4j's Maven artifacts, as no image can be pulled"
    found=$standin
  else
    missing="there is no image $official, nor a stand-in: $(what_lacks "$2"); or set $3 or GRAPH_TEST_URI"
  fi
}

may_fetch() { may_prepare && is_chosen "neo4j-$1"; }

what_lacks() {
  if has_jdk "$1"; then
    echo "run 'make setup' where the one can be pulled, or the other built with Maven and busybox-static"
  else
    sh tests/containers/neo4j/find-java.sh "$1" 2>&1 || true
  fi
}

build_neo4j() {
  has mvn || want maven
  has_jdk "$1" || want_jdk "$1"
  has_static_busybox || want busybox-static
  install_wanted
  { has mvn && has_jdk "$1" && has_static_busybox; } || return 1
  say "building $standin (a minute or two, once)"
  sh tests/containers/neo4j/build.sh "$1" "$standin"
}

has_jdk() { sh tests/containers/neo4j/find-java.sh "$1" >/dev/null 2>&1; }

# The newest of the JDKs that suit and that this Debian has; where it has none, the tests say so.
want_jdk() {
  case $1 in
    5.*) suit='openjdk-21-jdk-headless openjdk-17-jdk-headless' ;;
    *) suit='openjdk-25-jdk-headless openjdk-21-jdk-headless' ;;
  esac
  for package in $suit; do
    if can_install "$package"; then want "$package"; return; fi
  done
}
