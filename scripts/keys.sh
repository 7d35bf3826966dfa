# shellcheck shell=bash

keys_help() {
  cat <<'TEXT'
./visavis keys status                           versions of the wrapping key, how many patients' keys each has wrapped, what is
                                                in memory for how long, and what is asked; no key is printed
./visavis keys rotate --reason TEXT             asks that a new version wraps from now on
./visavis keys shred PATIENT --reason TEXT      asks that the content of this patient be destroyed for good
./visavis keys revoke VERSION --reason TEXT     asks that an earlier version, of which nothing is left in use, opens nothing any more
  Each takes [--data FOLDER] [--keys FOLDER]; without --data it is the demo while that runs, else your own clinic.
  What is asked is done by the platform when two administrators have agreed on its page /keys within a day, each having shown
  just before who they are. Ends with 0 when it was asked, else with 1.
TEXT
}

keys_run() {
  local words
  case ${1:-} in
    status | rotate) words=("$1") ;;
    shred | revoke)
      case ${2:-} in
        "" | --*) fail "Which one? See './visavis keys --help'." ;;
      esac
      words=("$1" "$2")
      shift
      ;;
    *) fail "What about keys? './visavis keys status', or see './visavis keys --help'." ;;
  esac
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --data | --keys)
        [ $# -ge 2 ] || fail "$1 wants a value: see './visavis keys --help'."
        words+=("$1" "$(from_caller "$2")")
        shift
        ;;
      --reason)
        [ $# -ge 2 ] || fail "$1 wants a value: see './visavis keys --help'."
        words+=("$1" "$2")
        shift
        ;;
      *) fail "'./visavis keys' does not know '$1': see './visavis keys --help'." ;;
    esac
    shift
  done
  need_java
  [ -f "$built/app/visavis.jar" ] || build_application
  # shellcheck disable=SC2086 # the options are words
  exec "$java" $quiet_jvm $clinic_jvm -jar "$PWD/$built/app/visavis.jar" keys "${words[@]}"
}
