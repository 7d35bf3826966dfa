# shellcheck shell=bash

codes_help() {
  cat <<'TEXT'
./visavis codes status            for whom there are emergency codes, how many are left, and which are agreed; no code is printed
./visavis codes print [REQUEST]   prints ten emergency codes for paper, once, when two administrators have agreed to them on the
                                  page /keys within a day; those printed before for the same person open nothing any more
  Both take [--data FOLDER] [--keys FOLDER]; without --data it is the demo while that runs, else your own clinic.
  A doctor or nurse gets in by a code at /emergency-sign-in when nobody can sign in. Print straight to paper, not to a file:
  './visavis codes print | lp'. Ends with 0 when they were printed, else with 1.
TEXT
}

codes_run() {
  local known="--data --keys"
  case ${1:-} in
    status) run_on_clinic codes "$known" status -- "${@:2}" ;;
    print)
      case ${2:-} in
        "" | --*) run_on_clinic codes "$known" print -- "${@:2}" ;;
        *) run_on_clinic codes "$known" print "$2" -- "${@:3}" ;;
      esac
      ;;
    *) fail "What about codes? './visavis codes status', or see './visavis codes --help'." ;;
  esac
}
