# The twin of the edge, two instances behind it, and what it is made of.
# shellcheck shell=bash

# Debian keeps nginx where only root looks for programs.
PATH=$PATH${VISAVIS_SBIN-:/usr/sbin}

edge_missing() {
  command -v nginx >/dev/null || printf 'nginx '
  [ -r /usr/lib/nginx/modules/ngx_http_modsecurity_module.so ] || printf 'libnginx-mod-http-modsecurity '
  [ -d /usr/share/modsecurity-crs/rules ] || printf 'modsecurity-crs '
  command -v curl >/dev/null || printf 'curl '
}

need_edge() {
  local missing
  missing=$(edge_missing)
  if [ -n "$missing" ] && is_root_on_debian; then
    # shellcheck disable=SC2086 # one package per word is meant
    install_packages $missing || true
    missing=$(edge_missing)
  fi
  [ -z "$missing" ] || fail "The twin of the edge is made of Debian's packages, and these are not here and could not be installed: ${missing% }."
}

edge_of() { sed -n "s/^$2=//p" "$1/visavis-running.properties"; }

# edge_wait CHILD FILE BEGAN: until the child has written the file, or is gone.
edge_wait() {
  while ! [ "$2" -nt "$3" ]; do
    kill -0 "$1" 2>/dev/null || return 1
    sleep 0.2
  done
}

edge_is_ready() {
  [ "$(curl --silent --max-time 2 --cacert "$1/edge-authority.pem" --output /dev/null --write-out '%{http_code}' "https://127.0.0.1:$2/readyz")" = 200 ]
}

# demo_at_the_edge PORT SIGNIN_PORT DATA KEYS OPTION…: the twin, the instance that has the database and the sign-in, and one that joins it.
demo_at_the_edge() {
  local port=$1 signin=$2 data=$3 keys=$4 one other status=0
  shift 4
  edge_folder=$data-edge
  edge_first="" edge_second="" edge_twin=""
  one=$(free_port)
  other=$(free_port)
  mkdir -p "$edge_folder" "$logs"
  : >"$edge_folder/began"
  trap edge_stop EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  server_command "$demo_jvm"
  "${serving[@]}" demo "$@" --edge "$port" --port "$one" --signin-port "$signin" --data "$data" --keys "$keys" &
  edge_first=$!
  edge_wait "$edge_first" "$data/visavis-running.properties" "$edge_folder/began" || {
    wait "$edge_first" || status=$?
    return "$status"
  }
  scripts/edge/twin.sh "$edge_folder" "$keys" "$port" "$(edge_of "$data" edge-id)" "$one" "$other" &
  edge_twin=$!
  while ! edge_is_ready "$keys" "$one"; do
    kill -0 "$edge_first" 2>/dev/null || return 1
    kill -0 "$edge_twin" 2>/dev/null || return 1
    sleep 0.3
  done
  "${serving[@]}" demo --join --port "$other" --data "$data" --keys "$keys" >"$logs/demo-second.log" 2>&1 &
  edge_second=$!
  printf 'first=%s\nfirst-port=%s\nsecond=%s\nsecond-port=%s\n' "$edge_first" "$one" "$edge_second" "$other" >"$edge_folder/instances"
  while ! edge_is_ready "$keys" "$other"; do
    kill -0 "$edge_second" 2>/dev/null || break
    kill -0 "$edge_first" 2>/dev/null || return 1
    sleep 0.3
  done
  say "Two instances are behind the edge, at ports $one and $other; it sends nobody to one that does not answer."
  wait "$edge_first" || status=$?
  return "$status"
}

# From outside inwards, so that nobody comes to what is closing.
edge_stop() {
  local child
  trap - EXIT
  trap '' INT TERM HUP
  for child in "$edge_twin" "$edge_second" "$edge_first"; do
    if [ -n "$child" ] && kill "$child" 2>/dev/null; then wait "$child" 2>/dev/null || true; fi
  done
  rm -f "$edge_folder/began" "$edge_folder/instances"
}
