# shellcheck shell=bash

drill_help() {
  cat <<'TEXT'
./visavis drill NAME
  Breaks something on purpose, in a clinic of its own, and says what was lost. Exits with an error if anything was.

  race    500 patients book one time on two instances at once, then 500 different times
  crash   the application, then the database, is killed in the middle of bookings
  visit [RUNS]
          what carries a visit is broken in the middle of calls in real browsers, 20 times each unless said otherwise:
          the engine, its tokens, its media, TURN servers, an instance; how long the two did not see each other
TEXT
}

drill_run() {
  case ${1:-} in
    race | crash) prove_with health.visavis.proof.drill.Drill "$1" ;;
    visit)
      case ${2:-20} in
        *[!0-9]* | 0) fail "How many times? './visavis drill visit 5', for one." ;;
      esac
      prove_with health.visavis.proof.drill.Drill visit "${2:-20}"
      ;;
    *) fail "Which one? './visavis drill race', crash or visit; see './visavis drill --help'." ;;
  esac
}
