# shellcheck shell=bash

start_help() {
  cat <<'TEXT'
./visavis start [--port N] [--data FOLDER] [--keys FOLDER]
  Starts the platform on this machine for your own clinic: no demo people, data kept apart from the demo's.
  The first administrator's invitation is printed at the first start.
TEXT
}

start_run() {
  local port=8080 given
  given=("$@")
  while [ $# -gt 0 ]; do
    case $1 in
      --lan | --join) shift ;;
      --port | --signin-port | --data | --keys)
        [ $# -ge 2 ] || fail "$1 wants a value: see './visavis start --help'."
        [ "$1" != --port ] || port=$2
        shift 2
        ;;
      *) fail "'./visavis start' does not know '$1': see './visavis start --help'." ;;
    esac
  done
  run_server "$clinic_jvm" "$port" start ${given[@]+"${given[@]}"}
}
