# shellcheck shell=bash

demo_people=20

demo_help() {
  cat <<'TEXT'
./visavis demo [--fresh] [--lan] [--edge] [--port N] [--engine NAME]
  Starts a whole clinic on this machine: database, sign-in, keys, patients with their histories, and the pages.
  Prints the address and who you can sign in as. Ctrl-C stops it; what happened in it is kept for the next time.

  --fresh    forget everything that happened in the demo and begin anew
  --lan      serve the local network over HTTPS and print a QR code, so that a real phone can join a visit
  --port N   the port of the pages, 8080 unless told (8443 with --lan); the sign-in has one of its own: --signin-port N
  --edge     two instances behind a twin of the edge on this machine: nginx with ModSecurity and the OWASP Core Rule Set, over TLS, with
             health probes; it is not Azure Front Door, but './visavis verify' asks both the same. Port 8443 unless told; Linux,
             from Debian's packages, which are installed when you are root
  --engine acs-simulator   visits on a simulator of Azure Communication Services that keeps to Microsoft's definitions; picture and
             sound still go from browser to browser (--engine direct does without the simulator)
  --join     a second instance on the database of a demo that is already running, on port 8082 unless told
  --empty    without the histories of patients, which are otherwise made once (about a minute) and brought in meanwhile
  --data FOLDER, --keys FOLDER   where the database and the keys are kept
TEXT
}

# The histories are made by a program of its own, once per machine; the demo serves meanwhile and takes them in when they are there.
make_people() {
  local folder maker server=$$
  [ ! -d "$work/demo-people" ] || return 0
  mkdir -p "$logs"
  {
    { folder=$(MAVEN=$(command -v mvn || true) fhir/synthea/generate $demo_people 2>"$logs/synthea.log") && ln -sfn "$folder" "$work/demo-people"; } &
    maker=$!
    # The server takes this shell's place and number; when it is gone, nobody waits for people any more.
    while kill -0 "$maker" 2>/dev/null; do
      kill -0 "$server" 2>/dev/null || kill "$maker" 2>/dev/null || true
      sleep 1
    done
  } </dev/null >/dev/null 2>&1 &
}

demo_run() {
  local port="" signin="" usual_port=8080 with_people=yes edge="" data="$PWD/$work/demo" keys="" options
  options=()
  while [ $# -gt 0 ]; do
    case $1 in
      --lan) usual_port=8443 ;;
      --join)
        usual_port=8082
        with_people=""
        ;;
      --edge)
        usual_port=8443
        edge=yes
        shift
        continue
        ;;
      --empty) with_people="" ;;
      --fresh) ;;
      --port | --signin-port | --database-port | --data | --keys | --import | --engine)
        [ $# -ge 2 ] || fail "$1 wants a value: see './visavis demo --help'."
        options+=("$1")
        shift
        case ${options[${#options[@]} - 1]} in
          --port) port=$1 ;;
          --signin-port) signin=$1 ;;
          --import)
            with_people=""
            set -- "$(from_caller "$1")" "${@:2}"
            ;;
          --data)
            data=$(from_caller "$1")
            set -- "$data" "${@:2}"
            ;;
          --keys)
            keys=$(from_caller "$1")
            set -- "$keys" "${@:2}"
            ;;
          --engine) options=(--simulator "$PWD/$built/app/simulator.jar" "${options[@]}") ;;
        esac
        ;;
      *) fail "'./visavis demo' does not know '$1': see './visavis demo --help'." ;;
    esac
    options+=("$1")
    shift
  done
  need_port "${port:-$usual_port}"
  if [ -n "$edge" ]; then
    case " ${options[*]-} " in *" --lan "* | *" --join "* | *" --engine "*) fail "--edge stands before two instances of its own, for this machine: leave --lan, --join and --engine out." ;; esac
    need_edge
  fi
  prepare_server
  if [ -n "$with_people" ] && [ -x fhir/synthea/generate ]; then
    make_people
    options+=(--import "$PWD/$work/demo-people")
  fi
  if [ -n "$edge" ]; then
    port=${port:-$usual_port}
    signin=${signin:-$((port + 1))}
    demo_at_the_edge "$port" "$signin" "$data" "${keys:-$data-keys}" ${options[@]+"${options[@]}"}
    return
  fi
  run_server "$demo_jvm" demo ${options[@]+"${options[@]}"}
}
