# shellcheck shell=sh
# The image that ours is built on: the one that BASE_IMAGE names, the Dockerfile's own, or a stand-in that we build.

# Sets `found`, or `missing` to the reason why there is none.
# shellcheck disable=SC2034
find_python_base() {
  official=$(sed -n 's/^ARG BASE_IMAGE=//p' Dockerfile)
  standin=lodegraph/python-standin:$("$(some_python)" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  found=''
  missing=''
  if [ -n "${BASE_IMAGE:-}" ]; then
    found=$BASE_IMAGE
  elif ! docker_answers; then
    missing='no Docker daemon answers: install and start Docker'
  elif has_image "$official" || { may_prepare && pull_image "$official"; }; then
    found=$official
  elif has_image "$standin" || { may_prepare && build_python_base; }; then
    say "Python: the stand-in $standin, built from this machine's own, as no image can be pulled"
    found=$standin
  else
    missing="there is no image $official: run 'make setup' where it can be pulled or, with busybox-static and \
python3-venv, a stand-in can be built; or set BASE_IMAGE"
  fi
}

some_python() { if [ -x .venv/bin/python ]; then echo .venv/bin/python; else echo "${PYTHON:-python3}"; fi; }

build_python_base() {
  has_static_busybox || want busybox-static
  install_wanted
  has_static_busybox || return 1
  PYTHON=$(some_python) sh tests/containers/python/build.sh "$standin"
}
