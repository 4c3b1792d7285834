# shellcheck shell=sh
# A Docker daemon for the tests in containers.

docker_answers() { has docker && limited 10 docker info >/dev/null 2>&1; }

# Start Debian's daemon where none answers and we may.
start_docker() {
  docker_answers && return
  # a DOCKER_HOST that does not answer is somebody's choice: a daemon of ours would not be asked
  { [ -z "${DOCKER_HOST:-}" ] && may_change && has dockerd && agreed 'start the Docker daemon?'; } || return 0
  say 'starting the Docker daemon; it stays up for the next run'
  if [ -d /run/systemd/system ]; then
    systemctl start docker || true
  else
    # it must outlive this script, and hold none of its files open
    setsid dockerd >/var/log/dockerd.log 2>&1 </dev/null &
  fi
  waited=0
  until docker_answers; do
    waited=$((waited + 1))
    [ "$waited" -lt 60 ] || { say 'the Docker daemon does not answer: see /var/log/dockerd.log'; return 0; }
    sleep 0.5
  done
}
