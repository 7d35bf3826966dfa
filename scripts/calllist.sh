# shellcheck shell=bash

calllist_help() {
  cat <<'TEXT'
./visavis calllist FILE|FOLDER [--keys FOLDER] [--html FILE]
  For the hour in which the platform is down: whom to call today, when, and at which number. Reads the sealed list that
  the running platform writes every few minutes; needs neither database nor server. Opens it with the clinic's keys where
  they are at hand (--keys), else asks for the passphrase. Without --html it prints to the terminal.

./visavis calllist key FOLDER
  Makes the passphrase, once: FOLDER is where the list lies. From then on every list opens with it, on any machine.
TEXT
}

calllist_run() {
  local words
  words=()
  [ $# -gt 0 ] || fail "Which list? './visavis calllist FILE' or FOLDER, see './visavis calllist --help'."
  while [ $# -gt 0 ]; do
    case $1 in
      key) words+=("$1") ;;
      --keys | --html)
        [ $# -ge 2 ] || fail "$1 wants a value: see './visavis calllist --help'."
        words+=("$1" "$(from_caller "$2")")
        shift
        ;;
      --*) fail "'./visavis calllist' does not know '$1': see './visavis calllist --help'." ;;
      *) words+=("$(from_caller "$1")") ;;
    esac
    shift
  done
  # What is built is what runs: this is no hour to build anything.
  need_java
  [ -f "$built/app/visavis.jar" ] || build_application
  # shellcheck disable=SC2086 # the options are words
  exec "$java" $quiet_jvm -jar "$PWD/$built/app/visavis.jar" calllist "${words[@]}"
}
