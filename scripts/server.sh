# Starting the built server in this terminal's place, so that Ctrl-C reaches it directly and nothing stays behind.
# shellcheck shell=bash

prepare_server() {
  build_application
  train_start_up
}

# server_command JVM: what starts the server with these options, as the words of `serving`.
server_command() {
  local cache
  cache=()
  if [ -s "$built/app/visavis.aot" ]; then cache=("-XX:AOTCache=$PWD/$built/app/visavis.aot"); fi
  # shellcheck disable=SC2206 # the options are words
  serving=("$java" $quiet_jvm $1 ${cache[@]+"${cache[@]}"} -jar "$PWD/$built/app/visavis.jar")
}

run_server() {
  server_command "$1"
  shift
  exec "${serving[@]}" "$@"
}

# run_on_clinic NAME OPTIONS WORD… -- OPTION VALUE…: a command on a clinic's data, which runs while its server does and while it
# does not. OPTIONS are those that it knows; a folder among them is the caller's.
run_on_clinic() {
  local name=$1 known=" $2 " words=()
  shift 2
  while [ "$1" != -- ]; do
    words+=("$1")
    shift
  done
  shift
  while [ $# -gt 0 ]; do
    case $known in *" $1 "*) ;; *) fail "'./visavis $name' does not know '$1': see './visavis $name --help'." ;; esac
    [ $# -ge 2 ] || fail "$1 wants a value: see './visavis $name --help'."
    case $1 in
      --reason) words+=("$1" "$2") ;;
      *) words+=("$1" "$(from_caller "$2")") ;;
    esac
    shift 2
  done
  need_java
  [ -f "$built/app/visavis.jar" ] || build_application
  # shellcheck disable=SC2086 # the options are words
  exec "$java" $quiet_jvm $clinic_jvm -jar "$PWD/$built/app/visavis.jar" "$name" "${words[@]}"
}
