# shellcheck shell=bash

verify_help() {
  cat <<'TEXT'
./visavis verify ADDRESS [--trust FILE]
  Looks at a deployed platform from outside, as anybody may, and says line by line what holds: TLS versions, certificate,
  plain HTTP, readiness, headers of a page, the way to the sign-in, what is closed. Exits with an error if anything fails.
  Needs a JDK and nothing built.

  ADDRESS       https://HOST, or https://HOST:PORT
  --trust FILE  believes this authority alone (a certificate in PEM), for a platform in your own network
TEXT
}

verify_run() {
  local address="" words
  words=()
  while [ $# -gt 0 ]; do
    case $1 in
      --trust)
        [ $# -ge 2 ] || fail "$1 wants a value: see './visavis verify --help'."
        words+=("$(from_caller "$2")")
        [ -r "${words[0]}" ] || fail "There is no certificate to read at ${words[0]}: give the authority's, in PEM."
        shift
        ;;
      --*) fail "'./visavis verify' does not know '$1': see './visavis verify --help'." ;;
      *) address=$1 ;;
    esac
    shift
  done
  [ -n "$address" ] || fail "Which address? './visavis verify https://HOST', see './visavis verify --help'."
  need_java
  exec "$java" proof/src/main/java/health/visavis/proof/address/VerifyAddress.java "$address" ${words[@]+"${words[@]}"}
}
