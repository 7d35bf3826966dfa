# shellcheck shell=bash

verify_help() {
  cat <<'TEXT'
./visavis verify ADDRESS [--trust FILE] [--origin ADDRESS] [--no-edge] [--record FOLDER --key FILE]
  Looks at a deployed platform from outside, as anybody may, and says line by line what holds: TLS versions, certificate,
  plain HTTP, readiness, headers of a page, what may be kept, the way to the sign-in, what is closed; that the firewall
  at the edge stops attacks and lets through what people and their systems send. Exits with an error if anything fails.
  Needs a JDK and nothing built. It asks the same of Azure and of the twin of the edge ('./visavis demo --edge').

  ADDRESS           https://HOST, or https://HOST:PORT
  --trust FILE      believes this authority alone (a certificate in PEM), for a platform in your own network
  --origin ADDRESS  asks an instance past the edge too, from where its network can be reached: it must refuse
  --no-edge         there is no firewall in front (the pilot, --lan)
  --record FOLDER   writes what was seen into a new file there, dated and signed (JWS, ES256) with --key FILE, a private key on
                    P-256 in PEM: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out FILE

./visavis verify --read FILE --key FILE
  Shows what such a file says, if the public key (openssl pkey -in PRIVATE -pubout) says that it is what was signed.
TEXT
}

verify_run() {
  local address="" record="" key="" words read="" source
  words=()
  while [ $# -gt 0 ]; do
    case $1 in
      --trust | --origin | --record | --key | --read)
        [ $# -ge 2 ] || fail "$1 wants a value: see './visavis verify --help'."
        ;;
    esac
    case $1 in
      --trust)
        words+=("--trust" "$(from_caller "$2")")
        [ -r "${words[${#words[@]} - 1]}" ] || fail "There is no certificate to read at $2: give the authority's, in PEM."
        shift
        ;;
      --origin)
        words+=("--origin" "$2")
        shift
        ;;
      --record)
        record=$(from_caller "$2")
        shift
        ;;
      --key)
        key=$(from_caller "$2")
        [ -r "$key" ] || fail "There is no key to read at $2: give one in PEM."
        shift
        ;;
      --read)
        read=$(from_caller "$2")
        [ -r "$read" ] || fail "There is no evidence to read at $2."
        shift
        ;;
      --no-edge) words+=("--no-edge") ;;
      --*) fail "'./visavis verify' does not know '$1': see './visavis verify --help'." ;;
      *) address=$1 ;;
    esac
    shift
  done
  if [ -n "$read" ]; then
    [ -n "$key" ] || fail "Who should have signed it? Name the public key with --key FILE."
    need_java
    verify_with --read "$read" --key "$key"
  fi
  [ -n "$address" ] || fail "Which address? './visavis verify https://HOST', see './visavis verify --help'."
  if [ -n "$record$key" ]; then
    [ -n "$key" ] || fail "Evidence is signed: name your private key with --key FILE, see './visavis verify --help'."
    [ -n "$record" ] || fail "A key signs evidence: say where it goes with --record FOLDER."
    source=$(git describe --always --dirty 2>/dev/null || printf unknown)
    words+=(--record "$record" --key "$key" --source "$source")
  fi
  need_java
  verify_with "$address" ${words[@]+"${words[@]}"}
}

verify_with() {
  exec "$java" proof/src/main/java/health/visavis/proof/address/VerifyAddress.java "$@"
}
