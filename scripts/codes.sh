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
  local words
  case ${1:-} in
    status) words=("$1") ;;
    print)
      words=("$1")
      case ${2:-} in
        "" | --*) ;;
        *)
          words+=("$2")
          shift
          ;;
      esac
      ;;
    *) fail "What about codes? './visavis codes status', or see './visavis codes --help'." ;;
  esac
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --data | --keys)
        [ $# -ge 2 ] || fail "$1 wants a value: see './visavis codes --help'."
        words+=("$1" "$(from_caller "$2")")
        shift
        ;;
      *) fail "'./visavis codes' does not know '$1': see './visavis codes --help'." ;;
    esac
    shift
  done
  need_java
  [ -f "$built/app/visavis.jar" ] || build_application
  # shellcheck disable=SC2086 # the options are words
  exec "$java" $quiet_jvm $clinic_jvm -jar "$PWD/$built/app/visavis.jar" codes "${words[@]}"
}
