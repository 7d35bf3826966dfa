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
