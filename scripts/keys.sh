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
  local known="--data --keys --reason"
  case ${1:-} in
    status | rotate) run_on_clinic keys "$known" "$1" -- "${@:2}" ;;
    shred | revoke)
      case ${2:-} in
        "" | --*) fail "Which one? See './visavis keys --help'." ;;
      esac
      run_on_clinic keys "$known" "$1" "$2" -- "${@:3}"
      ;;
    *) fail "What about keys? './visavis keys status', or see './visavis keys --help'." ;;
  esac
}
