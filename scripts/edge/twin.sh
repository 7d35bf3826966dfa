#!/usr/bin/env bash
# A twin of the edge: nginx with ModSecurity and the OWASP Core Rule Set in front of instances of the application on this
# machine. It asks each for its health every second and sends people to those that are well. Ends with TERM or INT, or when
# whoever started it is gone; then nothing of it is left but its two logs.
#
#   twin.sh FOLDER KEYS PORT ID ORIGIN…
#     FOLDER   for its settings and logs
#     KEYS     holds edge-server.pem, edge-server.key and edge-authority.pem
#     PORT     that people come to, on loopback
#     ID       what it writes into X-Azure-FDID
#     ORIGIN   port of an instance, on loopback
#
# EDGE_LOG=info writes down which rule refused what, with the words that it matched: with made-up people only.
set -euo pipefail

# As in the template of Front Door's route: of the last four probes three must have been answered.
samples=4
needed=3

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

[ $# -ge 5 ] || fail "twin.sh FOLDER KEYS PORT ID ORIGIN…"
mkdir -p "$1"
folder=$(cd "$1" && pwd)
keys=$(cd "$2" && pwd)
port=$3
id=$4
shift 4
settings=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../deploy/edge" && pwd)
parent=$PPID
temp=$(mktemp -d)
nginx=""
declare -A answers

filled() {
  sed -e "s|@USER@|$user|" -e "s|@FOLDER@|$folder|g" -e "s|@TEMP@|$temp|g" -e "s|@PORT@|$port|g" -e "s|@ID@|$id|g" \
    -e "s|@LOG@|${EDGE_LOG:-crit}|" -e "s|@CERTIFICATE@|$keys/edge-server.pem|" -e "s|@KEY@|$keys/edge-server.key|" \
    -e "s|@AUTHORITY@|$folder/authority.pem|" -e "s|@EXCLUSIONS@|$settings/exclusions.conf|" "$settings/$1"
}

stop() {
  trap - EXIT INT TERM HUP
  if [ -n "$nginx" ]; then
    kill "$nginx" 2>/dev/null || true
    wait "$nginx" 2>/dev/null || true
  fi
  rm -rf "$temp"
  rm -f "$folder/nginx.pid" "$folder/nginx.conf" "$folder/modsecurity.conf" "$folder/origins.conf" "$folder/authority.pem" "$folder/unicode.mapping"
}

is_well() {
  [ "$(curl --silent --max-time 2 --cacert "$keys/edge-authority.pem" --output /dev/null --write-out '%{http_code}' \
    "https://127.0.0.1:$1/readyz")" = 200 ]
}

# probe ORIGIN: remembers its last four answers, a letter for each.
probe() {
  local answer=n before=${answers[$1]}
  if is_well "$1"; then answer=y; fi
  before=$before$answer
  answers[$1]=${before: -$samples}
}

is_in() {
  local well=${answers[$1]//n/}
  [ ${#well} -ge $needed ]
}

# What is well, or everybody when nobody is: then it is not for the edge to say that nothing can be had.
origins() {
  local origin listed=""
  for origin; do
    if is_in "$origin"; then listed="$listed    server 127.0.0.1:$origin max_fails=1 fail_timeout=2s;"$'\n'; fi
  done
  if [ -z "$listed" ]; then
    for origin; do listed="$listed    server 127.0.0.1:$origin max_fails=0;"$'\n'; done
  fi
  printf 'upstream origins {\n    zone origins 64k;\n%s    keepalive 16;\n    keepalive_timeout 30s;\n}\n' "$listed"
}

user=""
if [ "$(id -u)" -eq 0 ]; then
  user="user www-data;"
  chown www-data "$temp"
fi
cp "$keys/edge-authority.pem" "$folder/authority.pem"
cp /etc/nginx/unicode.mapping "$folder/unicode.mapping"
# Who is asked for the first time counts at once, as with Front Door.
for origin; do
  answers[$origin]=$(is_well "$origin" && printf yyyy || printf nnnn)
done
filled nginx.conf >"$folder/nginx.conf"
filled modsecurity.conf >"$folder/modsecurity.conf"
current=$(origins "$@")
printf '%s\n' "$current" >"$folder/origins.conf"
trap stop EXIT
trap 'exit 0' INT TERM HUP
nginx -t -q -e "$folder/error.log" -p "$folder" -c "$folder/nginx.conf" || fail "The twin of the edge can not start: see the lines above."
nginx -e "$folder/error.log" -p "$folder" -c "$folder/nginx.conf" -g 'daemon off;' &
nginx=$!

while kill -0 "$nginx" 2>/dev/null && kill -0 "$parent" 2>/dev/null; do
  sleep 1
  for origin; do probe "$origin"; done
  wanted=$(origins "$@")
  if [ "$wanted" != "$current" ]; then
    current=$wanted
    printf '%s\n' "$current" >"$folder/origins.conf"
    kill -HUP "$nginx"
    printf '%s well: %s\n' "$(date -u +%FT%TZ)" "$(for origin; do if is_in "$origin"; then printf '%s ' "$origin"; fi; done)" >>"$folder/probes.log"
  fi
done
