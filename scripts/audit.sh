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
  [ "${1:-}" = verify ] || fail "Verify what? './visavis audit verify', see './visavis audit --help'."
  run_on_clinic audit "--data --keys --witness" verify -- "${@:2}"
}
