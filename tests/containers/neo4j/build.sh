#!/bin/sh
# Builds a stand-in for the official Neo4j Community image from Neo4j's published Maven artifacts,
# for machines that can pull no image. Where the official one can be had, it is better.
#
#   build.sh VERSION TAG      for instance: build.sh 5.26.30 lodegraph/neo4j-standin:5.26.30
#
# Needs docker, mvn, a static busybox and a JDK with jlink: 17 or 21 for 5.26, 21 or 25 for 2026.
# JAVA_HOME names the JDK, else one is looked for. The jars (150 MB) are kept in the user's cache.
set -eu
version=$1
tag=$2
here=$(cd "$(dirname "$0")" && pwd)
jars=${XDG_CACHE_HOME:-$HOME/.cache}/lodegraph/neo4j-jars/$version
work=$(mktemp -d)
root=$work/root
trap 'rm -rf "$work"' EXIT

fail() { echo "build.sh: $*" >&2; exit 1; }

case $version in
  5.*) main=org.neo4j.server.CommunityEntryPoint ;;
  *) main=org.neo4j.server.Neo4jCommunity ;;
esac

fetch_jars() {
  [ -e "$jars/.complete" ] && return
  JAVA_HOME=$java mvn -q -B -ntp -f "$here/pom.xml" -Dneo4j.version="$version" \
    dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$jars"
  touch "$jars/.complete"
}

# a Java runtime with only the modules that the server and its tools load
add_java() {
  modules=java.se,jdk.unsupported,jdk.crypto.ec,jdk.management,jdk.net,jdk.zipfs,jdk.jfr,jdk.naming.dns
  modules=$modules,jdk.charsets,jdk.localedata,jdk.attach,jdk.jcmd,jdk.management.agent
  "$java/bin/jlink" --add-modules "$modules" --include-locales=en --strip-debug --no-header-files --no-man-pages \
    --output "$root/opt/java"
  rm -f "$root/opt/java/lib/libawt_xawt.so" "$root/opt/java/lib/libsplashscreen.so" "$root/opt/java/lib/libjsound.so"
  ln -s /opt/java/bin/java "$root/usr/bin/java"
}

# glibc and the few libraries that Java and the native jars load, from this machine
add_libraries() {
  lib=lib/$(uname -m)-linux-gnu
  mkdir -p "$root/$lib" "$root/lib64"
  for name in libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libz.so.1 libgcc_s.so.1 libstdc++.so.6 \
    libnss_files.so.2 libnss_dns.so.2 libresolv.so.2; do
    cp -L "/$lib/$name" "$root/$lib/" 2>/dev/null || cp -L "/usr/$lib/$name" "$root/$lib/"
  done
  for loader in /lib64/ld-linux-*.so.? /lib/ld-linux-*.so.?; do
    [ ! -e "$loader" ] || cp -L "$loader" "$root$(dirname "$loader")/"
  done
  echo "/$lib" > "$root/etc/ld.so.conf"
  ldconfig -r "$root"
}

# a shell for the entry point, wget for the health check
add_shell() {
  cp "$busybox" "$root/bin/busybox"
  for name in sh sed env mkdir cat ls tail grep wget printf; do ln -s busybox "$root/bin/$name"; done
}

add_server() {
  cp "$jars"/*.jar "$root/opt/neo4j/lib/"
  cp "$here/entrypoint.sh" "$root/opt/neo4j/"
  chmod 755 "$root/opt/neo4j/entrypoint.sh"
  printf 'root:x:0:0:root:/root:/bin/sh\nneo4j:x:7474:7474::/var/lib/neo4j:/bin/sh\n' > "$root/etc/passwd"
  printf 'root:x:0:\nneo4j:x:7474:\n' > "$root/etc/group"
  echo 'hosts: files dns' > "$root/etc/nsswitch.conf"
}

# owners are set while packing, so that whoever may use docker can build
pack() {
  (cd "$root" && tar -c --owner=0 --group=0 --exclude=./data --exclude=./logs --exclude=./var/lib/neo4j . > "$work/a.tar")
  (cd "$root" && tar -r -f "$work/a.tar" --owner=7474 --group=7474 ./data ./logs ./var/lib/neo4j)
  docker import \
    -c 'ENTRYPOINT ["/opt/neo4j/entrypoint.sh"]' -c 'EXPOSE 7474 7687' -c 'USER neo4j' \
    -c 'VOLUME ["/data"]' -c 'WORKDIR /var/lib/neo4j' \
    -c "ENV PATH=/bin:/usr/bin NEO4J_HOME=/var/lib/neo4j NEO4J_MAIN=$main" \
    -c 'HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=12 CMD wget -q -O /dev/null http://127.0.0.1:7474/ || exit 1' \
    "$work/a.tar" "$tag" >/dev/null
}

java=$(sh "$here/find-java.sh" "$version")
command -v mvn >/dev/null || fail "no mvn found: install Maven"
busybox=$(command -v busybox) || fail "no busybox found: install busybox-static"
! ldd "$busybox" >/dev/null 2>&1 || fail "$busybox is not static: install busybox-static"

mkdir -p "$root/bin" "$root/etc" "$root/tmp" "$root/data" "$root/logs" "$root/usr/bin" \
  "$root/opt/neo4j/lib" "$root/var/lib/neo4j"
chmod 1777 "$root/tmp"
fetch_jars
add_java
add_libraries
add_shell
add_server
pack
echo "built $tag"
