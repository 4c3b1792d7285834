# shellcheck shell=sh
# Words that the set-up scripts share.

wanted=

say() { echo "setup: $*"; }

has() { command -v "$1" >/dev/null 2>&1; }

# Run a command, for so many seconds at most where the system can count them.
limited() { if has timeout; then timeout "$@"; else shift; "$@"; fi; }

has_browser() { has chromium || has chromium-browser || has google-chrome; }

may_prepare() { [ "${SETUP:-yes}" != no ]; }

# Whether we may install and start things here at all.
may_change() { may_prepare && [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ] && has apt-get; }

# Ask, where somebody can answer; where nobody can, as in CI, go on. The question is asked once.
agreed() {
  [ -z "${answer:-}" ] || { [ "$answer" = yes ]; return; }
  answer=yes
  if [ -t 0 ] && [ -t 1 ]; then
    printf 'setup: %s [y/N] ' "$1"
    read -r reply || reply=
    case $reply in [yY]*) ;; *) answer=no ;; esac
  fi
  [ "$answer" = yes ]
}

# Whether a word is in a list of words.
is_among() { case " $2 " in *" $1 "*) ;; *) return 1 ;; esac; }

# A machine made from an image may know no packages yet.
renew_lists() {
  [ -n "$(find /var/lib/apt/lists -name '*_Packages*' -print -quit)" ] || apt-get -qq update >/dev/null 2>&1 || true
}

# Whether apt-get could install a package.
can_install() { may_change && renew_lists && apt-get -qq install --simulate "$1" >/dev/null 2>&1; }

want() { wanted="$wanted $*"; }

# Install the packages asked for with `want`, if that is allowed; without them the tests leave groups out.
install_wanted() {
  [ -n "$wanted" ] || return 0
  if may_change && agreed "install$wanted with apt-get?"; then
    say "installing$wanted"
    log=$(mktemp)
    # shellcheck disable=SC2086  # a list of packages
    if ! { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
      $wanted; } >"$log" 2>&1; then
      tail -n 5 "$log"
      say "apt-get could not install$wanted; going on without"
    fi
    rm -f "$log"
  fi
  wanted=
}
