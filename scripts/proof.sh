# Running what looks at Visavis from outside: the built server and, beside it, the programs of `proof` with their libraries;
# and Keycloak, which is asked whether we speak OpenID Connect.
# shellcheck shell=bash

prove_with() {
  build_application
  train_start_up
  tell_proof
  use_chromium_here
  exec "$java" -cp "$built/app/proof.jar:$(cat "$built/app/proof.class-path")" "$@"
}

proof_help() {
  cat <<'TEXT'
./visavis proof NAME
  Checks Visavis from outside. Exits with an error if it does not hold.

  sign-in   signs people in at a real Keycloak, fetched once (168 MB): a password alone is refused for staff, a group that is taken
            away and an account that is disabled end their sessions, a sign-out ends them everywhere, clocks ten minutes apart let
            nobody in
  scan [FOLDER]
            sslscan, testssl.sh, wapiti and sqlmap from Debian's packages against the twin of the edge with a clinic of its own, on
            loopback, in at most 15 minutes; a patient is signed in for wapiti and sqlmap. Reports are kept in FOLDER
            (.visavis/scan unless told) with a summary; a finding above informational that nobody has explained is an error.
            Tools that can not be installed are named as not run
TEXT
}

keycloak_version=26.7.3

proof_run() {
  case ${1:-} in
    sign-in) proof_of_sign_in ;;
    scan) proof_of_scan "${2:-}" ;;
    *) fail "Which one? './visavis proof sign-in' or './visavis proof scan'; see './visavis proof --help'." ;;
  esac
}

proof_of_sign_in() {
  local report=server/target/surefire-reports/health.visavis.provider.KeycloakSignInModuleTest.txt
  need_java
  need_maven
  build_front_end
  fetch_keycloak
  rm -f "$report"
  with_progress "Signing people in at Keycloak $keycloak_version" "$logs/proof-sign-in.log" \
    "$maven" -B -pl server -am test -Dtest=KeycloakSignInModuleTest -Dsurefire.failIfNoSpecifiedTests=false "-Dvisavis.keycloak=$PWD/$built/keycloak-$keycloak_version" || return 1
  [ -f "$report" ] || fail "Nothing was tried: see $logs/proof-sign-in.log."
  sed -n 's/^Tests run: \([0-9]*\), Failures: 0, Errors: 0, Skipped: 0.*/\1 ways to sign in, be refused and be signed out: all as they should be./p' "$report" | grep . ||
    fail "Something was left out: see $report."
}

fetch_keycloak() {
  local unpacked=$built/keycloak-$keycloak_version
  [ -d "$unpacked" ] && return
  mkdir -p "$built/keycloak.tmp"
  with_progress "Fetching Keycloak $keycloak_version" "$logs/keycloak.log" \
    "$maven" -B -N dependency:copy "-Dartifact=org.keycloak:keycloak-quarkus-dist:$keycloak_version:tar.gz" "-DoutputDirectory=$built/keycloak.tmp" ||
    fail "Keycloak could not be fetched, so nothing was proved: see $logs/keycloak.log."
  tar -xzf "$built/keycloak.tmp/keycloak-quarkus-dist-$keycloak_version.tar.gz" -C "$built/keycloak.tmp" || fail "Keycloak could not be unpacked into $built."
  mv "$built/keycloak.tmp/keycloak-$keycloak_version" "$unpacked"
  rm -rf "$built/keycloak.tmp"
}

scanners="sslscan testssl wapiti sqlmap"

proof_of_scan() {
  local folder=${1:+$(from_caller "$1")} clinic=$PWD/$work/proof/scan port address keys cookie status=0 missing="" tool
  folder=${folder:-$PWD/$work/scan}
  need_edge
  for tool in $scanners; do
    command -v "$tool" >/dev/null || missing="$missing $tool"
  done
  if [ -n "$missing" ] && is_root_on_debian; then
    # shellcheck disable=SC2086 # one package per word is meant
    install_packages ${missing/testssl/testssl.sh} || true
  fi
  prepare_server
  tell_proof
  rm -rf "$folder" "$clinic" "$clinic-keys" "$clinic-edge"
  mkdir -p "$folder" "$logs"
  port=$(free_port)
  keys=$clinic-keys
  address=https://127.0.0.1:$port
  ./visavis demo --edge --empty --data "$clinic" --keys "$keys" --port "$port" --signin-port "$(free_port)" >"$logs/scan-clinic.log" 2>&1 &
  scanned=$!
  trap 'kill "$scanned" 2>/dev/null; wait "$scanned" 2>/dev/null || true' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  say "Opening a clinic behind the edge …"
  until [ -f "$clinic-edge/instances" ] && edge_is_ready "$keys" "$port"; do
    kill -0 "$scanned" 2>/dev/null || fail "The clinic did not open: see $logs/scan-clinic.log."
    sleep 0.5
  done
  cookie=$("$java" -cp "$built/app/proof.jar:$(cat "$built/app/proof.class-path")" health.visavis.proof.scan.SignedInCookie "$address" "$keys" patient) ||
    fail "Nobody could be signed in for the scanners."
  printf '{"127.0.0.1":{"/":{"%s":{"version":0,"expires":null,"secure":true,"value":"%s","port":null}}}}' "${cookie%%=*}" "${cookie#*=}" >"$folder/cookie.json"
  scan "$folder" sslscan 30 sslscan --no-colour --xml="$folder/sslscan.xml" "127.0.0.1:$port"
  scan "$folder" testssl.sh 180 testssl --quiet --color 0 --warnings off --add-ca "$keys/edge-authority.pem" \
    --connect-timeout 10 --openssl-timeout 10 --jsonfile "$folder/testssl.json" "127.0.0.1:$port"
  scan "$folder" wapiti 240 wapiti -u "$address/" --verify-ssl 0 --flush-session --no-bugreport --store-session "$folder/wapiti" \
    -m backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss \
    -c "$folder/cookie.json" --max-scan-time 60 --max-attack-time 12 -f json -o "$folder/wapiti.json"
  scan "$folder" sqlmap 180 sqlmap -u "$address/" --batch --crawl=2 --forms --crawl-exclude=sign-out --cookie="$cookie" --csrf-token=_csrf \
    --random-agent --skip-waf --level=2 --risk=1 --timeout=10 --retries=0 --output-dir="$folder/sqlmap" --results-file="$folder/sqlmap.csv"
  kill "$scanned"
  wait "$scanned" 2>/dev/null || true
  trap - EXIT INT TERM HUP
  "$java" -cp "$built/app/proof.jar:$(cat "$built/app/proof.class-path")" health.visavis.proof.scan.ScanSummary "$folder" || status=$?
  say "The reports are in $folder."
  return "$status"
}

# scan FOLDER NAME SECONDS PROGRAM WORD…: runs it for no longer than that, and writes down how it went.
scan() {
  local folder=$1 name=$2 limit=$3 began=$SECONDS status=0
  shift 3
  if ! command -v "$1" >/dev/null; then
    printf 'not run: it is not installed here and could not be\n' | tee "$folder/$name.ran"
    return
  fi
  say "$name, for at most $limit s …"
  timeout --kill-after=10 "$limit" "$@" >"$folder/$name.log" 2>&1 </dev/null || status=$?
  if [ "$status" -eq 124 ] || [ "$status" -eq 137 ]; then
    printf 'stopped after its limit of %s s\n' "$limit"
  else
    printf 'ran for %s s, exit %s\n' $((SECONDS - began)) "$status"
  fi | tee "$folder/$name.ran"
}
