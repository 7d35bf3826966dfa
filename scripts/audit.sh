# shellcheck shell=bash

audit_help() {
  cat <<'TEXT'
./visavis audit verify [--data FOLDER] [--keys FOLDER] [--witness FOLDER]…
  Holds every row of the audit trail against the log over it, the log against its signatures, and both against what the
  witnesses keep. Names each row that was changed, deleted, swapped or cut off. Works while the platform runs and while it
  does not; without --data on the demo while that runs, else on your own clinic; without --witness with the folder that
  lies beside the data. Ends with 0 when all is as it was written, else with 1.
TEXT
}

audit_run() {
  local words
  [ "${1:-}" = verify ] || fail "Verify what? './visavis audit verify', see './visavis audit --help'."
  words=(verify)
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --data | --keys | --witness)
        [ $# -ge 2 ] || fail "$1 wants a value: see './visavis audit --help'."
        words+=("$1" "$(from_caller "$2")")
        shift
        ;;
      *) fail "'./visavis audit' does not know '$1': see './visavis audit --help'." ;;
    esac
    shift
  done
  need_java
  [ -f "$built/app/visavis.jar" ] || build_application
  # shellcheck disable=SC2086 # the options are words
  exec "$java" $quiet_jvm $clinic_jvm -jar "$PWD/$built/app/visavis.jar" audit "${words[@]}"
}
