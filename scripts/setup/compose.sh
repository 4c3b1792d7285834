# shellcheck shell=sh
# The real Docker Compose, 2 or newer: the one that is there, Debian's where that is new enough, or one that we build.
# Building takes minutes: it goes on in the background, and the test that needs it waits for the lock.

COMPOSE_VERSION=v2.40.3
COMPOSE_BUILT=${XDG_CACHE_HOME:-$HOME/.cache}/lodegraph/docker-compose/$COMPOSE_VERSION/docker-compose
COMPOSE_LOCK=.test-setup/compose.lock

# Sets `found` to the command, which may still be being built, or `missing` to the reason why there is none.
# shellcheck disable=SC2034
find_compose() {
  found=''
  missing=''
  if compose_answers; then
    found='docker compose'
  elif [ -x "$COMPOSE_BUILT" ]; then
    found=$COMPOSE_BUILT
  elif may_change && install_compose && compose_answers; then
    found='docker compose'
  elif may_prepare && has go && has flock; then
    build_compose
    found=$COMPOSE_BUILT
  else
    missing="no Docker Compose answers: install its version 2 or newer, or Go, with which 'make setup' builds it"
  fi
}

# version 1 was another command
compose_answers() { has docker && docker compose version >/dev/null 2>&1; }

install_compose() {
  renew_lists
  for package in docker-compose-v2 docker-compose-plugin docker-compose; do
    case $(apt-cache policy "$package" 2>/dev/null | sed -n 's/^  Candidate: //p') in
      [2-9].* | [1-9][0-9].*) want "$package"; install_wanted; return ;;
    esac
  done
  return 1
}

# the lock is free again when the build ends, however it ends
build_compose() {
  say "building Docker Compose $COMPOSE_VERSION in the background (minutes, once); see .test-setup/compose.log"
  setsid flock -n "$COMPOSE_LOCK" nice sh scripts/setup/build-compose.sh "$COMPOSE_VERSION" "$COMPOSE_BUILT" \
    > .test-setup/compose.log 2>&1 < /dev/null &
}
