# shellcheck shell=bash

demo_help() {
  cat <<'TEXT'
./visavis demo [--fresh] [--lan] [--port N]
  Starts a whole clinic on this machine: database, sign-in, keys, patients with their histories, and the pages.
  Prints the address and who you can sign in as. Ctrl-C stops it; what happened in it is kept for the next time.

  --fresh    forget everything that happened in the demo and begin anew
  --lan      serve the local network over HTTPS and print a QR code, so that a real phone can join a visit
  --port N   the port of the pages, 8080 unless told (the sign-in uses a port of its own: --signin-port N)
  --join     a second instance on the database of a demo that is already running
  --data FOLDER, --keys FOLDER   where the database and the keys are kept
TEXT
}

demo_run() {
  local port=8080 given
  given=("$@")
  while [ $# -gt 0 ]; do
    case $1 in
      --fresh | --lan | --join) shift ;;
      --port | --signin-port | --data | --keys)
        [ $# -ge 2 ] || fail "$1 wants a value: see './visavis demo --help'."
        [ "$1" != --port ] || port=$2
        shift 2
        ;;
      *) fail "'./visavis demo' does not know '$1': see './visavis demo --help'." ;;
    esac
  done
  case " ${given[*]-} " in
    *" --join "*) ;;
    *) given+=(--import "$(fhir/synthea/generate --where "$demo_people")") && demo_generates=yes ;;
  esac
  build_application
  train_start_up
  [ -z "${demo_generates:-}" ] || generate_demo_people
  run_server "$demo_jvm" "$port" demo ${given[@]+"${given[@]}"}
}

# The demo's patient and doctor are among the first twenty of Synthea's people: fhir/src/main/resources/demo/people.json.
demo_people=20

# Meanwhile and out of the way: the clinic opens at once, and whoever is generated comes in when they are there.
generate_demo_people() {
  mkdir -p "$logs"
  nice -n 10 fhir/synthea/generate "$demo_people" >"$logs/synthea.log" 2>&1 &
}
