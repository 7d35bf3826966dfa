# What every command needs: words for the person, the tools of the machine, progress.
# shellcheck shell=bash

work=.visavis
logs=$work/logs
built=$work/build

say() { printf '%s\n' "$*"; }

# One clear sentence, then the end; nothing has been changed when it is said.
fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# A path as the person wrote it, seen from where they stood.
from_caller() {
  case $1 in
    /*) printf '%s' "$1" ;;
    *) printf '%s' "$called_from/$1" ;;
  esac
}

# --- the tools of the machine -------------------------------------------------------------------------------------------

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release"
}

need_java() {
  local candidate on_path
  on_path=$(command -v javac || true)
  if [ -n "$on_path" ]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
    on_path=${on_path%/bin/javac}
  fi
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/java/* /opt/*jdk*; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      export JAVA_HOME=$candidate
      java=$JAVA_HOME/bin/java
      return
    fi
  done
  fail "Visavis needs a JDK 25 and found none: install one (for example Eclipse Temurin 25 from adoptium.net, or 'sdk install java 25-tem'), then run this again."
}

need_maven() {
  if [ -x ./mvnw ]; then
    maven=./mvnw
  elif command -v mvn >/dev/null; then
    maven=mvn
  else
    fail "Visavis is built with Apache Maven 3.8 or newer and found none: install it (for example 'apt install maven' or 'brew install maven'), then run this again."
  fi
}

need_node() {
  local version major minor
  version=$(node -p process.versions.node 2>/dev/null || true)
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  if [ -z "$version" ] || [ "$major" -lt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -lt 19 ]; }; then
    fail "The pages are built with Node.js 20.19 or newer and ${version:+only }${version:-none} was found: install a current one (nodejs.org), then run this again."
  fi
  command -v npm >/dev/null || fail "Node.js is here but its npm is not: install npm, then run this again."
}

chromium_here() { command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome || true; }

# Without one here, the browser's driver brings its own.
use_chromium_here() {
  [ -z "$(chromium_here)" ] || export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
}

need_disk() {
  local free
  free=$(df -Pk . | awk 'NR == 2 { print $4 }')
  [ "${free:-9999999}" -ge 2097152 ] || fail "Less than 2 GB are free on the disk of this folder ($((free / 1024)) MB): make room, then run this again."
}

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

need_port() {
  case $1 in '' | *[!0-9]*) fail "'$1' is no port number: give one between 1 and 65535." ;; esac
  if [ "$1" -lt 1 ] || [ "$1" -gt 65535 ]; then fail "'$1' is no port number: give one between 1 and 65535."; fi
  if port_is_taken "$1"; then
    fail "Port $1 is already taken by another program: stop that program, or choose another port with --port N."
  fi
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    port_is_taken "$port" || break
  done
  printf '%s' "$port"
}

# --- progress -----------------------------------------------------------------------------------------------------------

# What the newest lines of a log say about how far a build is.
stage_of() {
  tail -n 400 "$1" 2>/dev/null | awk '
    /Downloading from/ { stage = "fetching libraries" }
    /Building .*\[[0-9]+\/[0-9]+\]/ { sub(/.*Building /, ""); sub(/ [0-9][^ ]* */, " "); stage = $0 }
    /^vite v|transforming/ { stage = "bundling" }
    END { gsub(/ +/, " ", stage); print substr(stage, 1, 40) }'
}

worst_of() {
  grep -E '^\[ERROR\]|^npm error|rror TS|^E: ' "$1" | sed 's/ -> \[Help 1\]//' |
    grep -vE '^\[ERROR\] *$|\[Help 1\]|-rf :|resume the build|stack trace|full debug|more information' | head -n 12 | grep . ||
    tail -n 15 "$1"
}

# with_progress WHAT LOG COMMAND…: one line that lives while the command works; its own words go to the log.
with_progress() {
  local what=$1 log=$2 began=$SECONDS child status=0
  shift 2
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 </dev/null &
  child=$!
  # shellcheck disable=SC2064 # the child's number of now is meant
  trap "kill $child 2>/dev/null; wait $child 2>/dev/null; printf '\nStopped.\n' >&2; exit 130" INT TERM
  if [ -t 1 ]; then
    while kill -0 "$child" 2>/dev/null; do
      printf '\r\033[K%s  %s s  %s' "$what" "$((SECONDS - began))" "$(stage_of "$log")"
      sleep 0.5
    done
    printf '\r\033[K'
  else
    say "$what …"
  fi
  wait "$child" || status=$?
  trap - INT TERM
  if [ "$status" -eq 0 ]; then
    say "$what: done in $((SECONDS - began)) s"
  else
    say "$what: failed after $((SECONDS - began)) s. The end of $log:" >&2
    worst_of "$log" >&2
  fi
  return "$status"
}

is_root_on_debian() { [ "$(id -u)" -eq 0 ] && [ -r /etc/debian_version ] && command -v apt-get >/dev/null; }

# install_packages NAME…: Debian's, without starting the services that they bring.
install_packages() {
  local policy=/usr/sbin/policy-rc.d made_policy="" status=0
  # A service started by its installation would hold its port for good: policy-rc.d says no while packages are installed.
  if [ ! -e $policy ]; then
    printf '#!/bin/sh\nexit 101\n' >$policy && chmod +x $policy && made_policy=yes
  fi
  # shellcheck disable=SC2016 # the inner shell expands its own words
  with_progress "Installing $*" "$logs/apt.log" sh -c 'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"' sh "$@" || status=$?
  [ -z "$made_policy" ] || rm -f $policy
  return "$status"
}
