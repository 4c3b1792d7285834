#!/bin/sh
# Starts Neo4j as the official Community image does: the same NEO4J_AUTH, NEO4J_<setting>, ports and /data.
set -eu
conf=$NEO4J_HOME/conf/neo4j.conf
jars='/opt/neo4j/lib/*'
mkdir -p "$NEO4J_HOME/conf" "$NEO4J_HOME/plugins" "$NEO4J_HOME/run" "$NEO4J_HOME/import" /data /logs

cat > "$conf" <<'SETTINGS'
server.default_listen_address=0.0.0.0
server.directories.data=/data
server.directories.logs=/logs
server.https.enabled=false
dbms.usage_report.enabled=false
SETTINGS

# NEO4J_server_memory_heap_max__size=1G means server.memory.heap.max_size=1G: '_' is '.', '__' is '_'
env | sed -n 's/^NEO4J_\([a-z][A-Za-z0-9_]*\)=\(.*\)$/\1 \2/p' | while read -r name value; do
  key=$(printf %s "$name" | sed 's/__/\t/g; s/_/./g; s/\t/_/g')
  sed -i "/^$(printf %s "$key" | sed 's/\./\\./g')=/d" "$conf"
  printf '%s=%s\n' "$key" "$value" >> "$conf"
done

case ${NEO4J_AUTH:-neo4j/neo4j} in
  none) echo dbms.security.auth_enabled=false >> "$conf" ;;
  neo4j/neo4j) ;;
  neo4j/*)
    # only a new /data takes an initial password; the small tool needs no optimising compiler
    [ -d /data/databases/system ] || java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$jars" \
      org.neo4j.cli.AdminTool dbms set-initial-password -- "${NEO4J_AUTH#neo4j/}" ;;
  *) echo "NEO4J_AUTH must be none or neo4j/<password>" >&2; exit 1 ;;
esac
unset NEO4J_AUTH

heap=$(sed -n 's/^server\.memory\.heap\.max_size=//p' "$conf" | tail -n 1)
# the server reaches into these parts of Java; its own start script opens them too
opened=
for package in java.nio java.io sun.nio.ch java.util.concurrent java.lang; do
  opened="$opened --add-opens=java.base/$package=ALL-UNNAMED"
done
# shellcheck disable=SC2086  # a list of options
exec java "-Xmx${heap:-1g}" -XX:+UseG1GC -XX:-OmitStackTraceInFastThrow $opened -cp "$jars" \
  "$NEO4J_MAIN" --console-mode --home-dir="$NEO4J_HOME" --config-dir="$NEO4J_HOME/conf"
