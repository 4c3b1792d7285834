#!/bin/sh
# Builds a stand-in for the official slim Python image from this machine's own Python,
# for machines that can pull no image. Where the official one can be had, it is better.
#
#   build.sh TAG      for instance: build.sh lodegraph/python-standin:3.11
#
# Needs docker, a static busybox, and a Python of 3.11 or newer with ensurepip; PYTHON names it, else python3 is taken.
# The machine's certificates go in, so that pip trusts in `docker build` whom it trusts here.
set -eu
tag=$1
python=${PYTHON:-python3}
work=$(mktemp -d)
root=$work/root
trap 'rm -rf "$work"' EXIT

fail() { echo "build.sh: $*" >&2; exit 1; }

ask() { "$python" -c "import os, ssl, sys, sysconfig; print($1)"; }

# the standard library with its C modules; not the tests, Tk, or anybody's packages
add_python() {
  mkdir -p "$root/usr/local/bin" "$root/usr/local/lib/python$version"
  cp -L "$program" "$root/usr/local/bin/python$version"
  ln -s "python$version" "$root/usr/local/bin/python3"
  ln -s python3 "$root/usr/local/bin/python"
  tar -C "$library" --exclude=__pycache__ --exclude=./test --exclude='*/tests' --exclude=./idlelib --exclude=./tkinter \
    --exclude='./config-*' --exclude='./*-packages/*' -c . | tar -C "$root/usr/local/lib/python$version" -x
  # where Debian keeps pip's wheel for ensurepip
  [ ! -d /usr/share/python-wheels ] || { mkdir -p "$root/usr/share" && cp -RL /usr/share/python-wheels "$root/usr/share/"; }
}

# glibc, and whatever Python, its modules, and the packages' wheels load, from this machine
add_libraries() {
  lib=lib/$(uname -m)-linux-gnu
  mkdir -p "$root/$lib" "$root/lib64"
  find "$library" -name '*.so' -exec ldd "$program" {} + 2>/dev/null |
    sed -n 's/.* => \(\/[^ ]*\) (.*/\1/p' | sort -u | while read -r path; do cp -L "$path" "$root/$lib/"; done
  for name in libstdc++.so.6 libgcc_s.so.1 libdl.so.2 libpthread.so.0 librt.so.1 libnss_files.so.2 libnss_dns.so.2 \
    libresolv.so.2; do
    cp -L "/$lib/$name" "$root/$lib/" 2>/dev/null || cp -L "/usr/$lib/$name" "$root/$lib/"
  done
  for loader in /lib64/ld-linux-*.so.? /lib/ld-linux-*.so.?; do
    [ ! -e "$loader" ] || { mkdir -p "$root$(dirname "$loader")" && cp -L "$loader" "$root$(dirname "$loader")/"; }
  done
  echo "/$lib" > "$root/etc/ld.so.conf"
  ldconfig -r "$root"
}

add_shell() {
  cp "$busybox" "$root/bin/busybox"
  for name in $("$busybox" --list); do [ "$name" = busybox ] || ln -sf busybox "$root/bin/$name"; done
  ln -s /bin/env "$root/usr/bin/env"
}

add_system() {
  cp -L "$certificates" "$root/etc/ssl/certs/ca-certificates.crt"
  echo 'root:x:0:0:root:/root:/bin/sh' > "$root/etc/passwd"
  echo 'root:x:0:' > "$root/etc/group"
  echo 'hosts: files dns' > "$root/etc/nsswitch.conf"
}

program=$(ask 'os.path.realpath(getattr(sys, "_base_executable", sys.executable))')
version=$(ask 'sysconfig.get_python_version()')
library=$(ask 'sysconfig.get_paths(vars={"installed_base": sys.base_prefix, "base": sys.base_prefix})["stdlib"]')
certificates=${SSL_CERT_FILE:-$(ask 'ssl.get_default_verify_paths().cafile or "/etc/ssl/certs/ca-certificates.crt"')}
[ -d "$library/ensurepip" ] || fail "$program has no ensurepip: install python3-venv, or name another Python in PYTHON"
[ -e "$certificates" ] || fail "there are no certificates at $certificates: install ca-certificates"
busybox=$(command -v busybox) || fail "no busybox found: install busybox-static"
! ldd "$busybox" >/dev/null 2>&1 || fail "$busybox is not static: install busybox-static"

mkdir -p "$root/bin" "$root/usr/bin" "$root/etc/ssl/certs" "$root/tmp" "$root/root"
chmod 1777 "$root/tmp"
add_python
add_libraries
add_shell
add_system
certificate=/etc/ssl/certs/ca-certificates.crt
tar -C "$root" -c --owner=0 --group=0 . | docker import -c 'CMD ["python3"]' \
  -c "ENV PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 SSL_CERT_FILE=$certificate PIP_CERT=$certificate" - "$tag" >/dev/null
echo "built $tag"
