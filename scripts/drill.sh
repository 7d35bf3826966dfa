# shellcheck shell=bash

drill_help() {
  cat <<'TEXT'
./visavis drill NAME
  Breaks something on purpose, in a clinic of its own, and says what was lost. Exits with an error if anything was.

  race    500 patients book one time on two instances at once, then 500 different times
  crash   the application, then the database, is killed in the middle of bookings
TEXT
}

drill_run() {
  case ${1:-} in
    race | crash) prove_with health.visavis.proof.drill.Drill "$1" ;;
    *) fail "Which one? './visavis drill race' or crash; see './visavis drill --help'." ;;
  esac
}
