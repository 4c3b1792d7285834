#!/bin/sh
# Prints the home of a JDK from which the Java runtime for a version of Neo4j can be made; fails where there is none.
#
#   find-java.sh VERSION      for instance: find-java.sh 2026.08.1
#
# JAVA_HOME is tried first, then what the system has.
set -eu

case $1 in
  5.*) javas='21 17' ;;
  *) javas='25 21' ;;
esac

java_of() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null; }

# from module files, or, as newer JDKs come without them, from itself
can_link() {
  [ -x "$1/bin/jlink" ] || return 1
  [ -d "$1/jmods" ] || "$1/bin/jlink" --help 2>/dev/null | grep -q 'run-time image enabled'
}

for wanted in $javas; do
  for home in ${JAVA_HOME:+"$JAVA_HOME"} /usr/lib/jvm/*; do
    if [ "$(java_of "$home")" = "$wanted" ] && can_link "$home"; then
      echo "$home"
      exit
    fi
  done
done
echo "no JDK of version $(echo "$javas" | sed 's/ / or /') with jlink was found: install one or set JAVA_HOME" >&2
exit 1
