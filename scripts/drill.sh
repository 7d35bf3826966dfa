# shellcheck shell=bash

drill_help() {
  cat <<'TEXT'
./visavis drill NAME
  Breaks something on purpose, in a clinic of its own, and says what was lost. Exits with an error if anything was, or a target
  was missed.

  race    500 patients book one time on two instances at once, then 500 different times
  crash   the application, then the database, is killed in the middle of bookings
  keys    the wrapping key is turned three times while patients book and read on two instances; then one patient's content is
          destroyed, and a version revoked: its rows in a backup must not open
  edge    one of two instances behind the twin of the edge ('./visavis demo --edge') is killed in the middle of bookings, twice
  visit [--runs N] [--only WHAT]
          what carries a visit is broken in the middle of calls in real browsers, 20 times each unless said otherwise, and how long
          the two did not see each other is measured. WHAT, all unless said otherwise: resource-broken, engine-broken, token-refused,
          resource-lost, engine-lost, media-lost, turn-killed, telephone, instance-killed, database-restarted,
          network-switched (as root, with iproute2)
TEXT
}

drill_run() {
  local given=("$@")
  case ${1:-} in
    edge)
      need_edge
      prove_with health.visavis.proof.drill.Drill edge
      ;;
    race | crash | keys) prove_with health.visavis.proof.drill.Drill "$1" ;;
    visit)
      shift
      while [ $# -gt 0 ]; do
        [ $# -ge 2 ] || fail "$1 wants a value: see './visavis drill --help'."
        case $1 in
          --runs)
            case $2 in
              "" | *[!0-9]* | 0) fail "How many times? './visavis drill visit --runs 5', for one." ;;
            esac
            ;;
          --only)
            case $2 in
              resource-broken | engine-broken | token-refused | resource-lost | engine-lost | media-lost | turn-killed | telephone | instance-killed | database-restarted | network-switched) ;;
              *) fail "Nothing is called '$2' there: see './visavis drill --help'." ;;
            esac
            ;;
          *) fail "'./visavis drill visit' does not know '$1': see './visavis drill --help'." ;;
        esac
        shift 2
      done
      prove_with health.visavis.proof.drill.Drill "${given[@]}"
      ;;
    *) fail "Which one? './visavis drill race', crash, keys, edge or visit; see './visavis drill --help'." ;;
  esac
}
