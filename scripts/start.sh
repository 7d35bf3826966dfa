# shellcheck shell=bash

start_help() {
  cat <<'TEXT'
./visavis start [--port N] [--lan] [--data FOLDER] [--keys FOLDER]
  Starts the platform on this machine for your own clinic: no demo people, one administrator, data kept apart from the
  demo's in your home folder. Prints how the administrator signs in.
TEXT
}

start_run() {
  local port="" usual_port=8080 options
  options=()
  while [ $# -gt 0 ]; do
    case $1 in
      --lan) usual_port=8443 ;;
      --join) usual_port=8082 ;;
      --port | --signin-port | --database-port | --data | --keys)
        [ $# -ge 2 ] || fail "$1 wants a value: see './visavis start --help'."
        options+=("$1")
        shift
        case ${options[${#options[@]} - 1]} in
          --port) port=$1 ;;
          --data | --keys) set -- "$(from_caller "$1")" "${@:2}" ;;
        esac
        ;;
      *) fail "'./visavis start' does not know '$1': see './visavis start --help'." ;;
    esac
    options+=("$1")
    shift
  done
  need_port "${port:-$usual_port}"
  prepare_server
  run_server "$clinic_jvm" start ${options[@]+"${options[@]}"}
}
