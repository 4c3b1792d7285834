# shellcheck shell=sh
# Images for the tests in containers: pulled where a registry can be reached, else built as stand-ins.

has_image() { docker image inspect "$1" >/dev/null 2>&1; }

# Asking for the manifest tells at once whether a registry can be reached; the pull itself may take its time.
pull_image() {
  limited 20 docker manifest inspect "$1" >/dev/null 2>&1 || return 1
  say "pulling $1"
  docker pull -q "$1" >/dev/null
}

has_static_busybox() { has busybox && ! ldd "$(command -v busybox)" >/dev/null 2>&1; }

# Prints what was found under one name, and under the other why nothing was: the tests read both.
# shellcheck disable=SC2154  # whoever looked has set them
record() { printf '%s=%s\n%s=%s\n' "$1" "$found" "$2" "$missing"; }
