# Starting the built server in this terminal's place, so that Ctrl-C reaches it directly and nothing stays behind.
# shellcheck shell=bash

prepare_server() {
  build_application
  train_start_up
}

run_server() {
  local jvm=$1
  shift
  # shellcheck disable=SC2046,SC2086 # the options are words
  exec "$java" $quiet_jvm $jvm $(start_up_cache) -jar "$PWD/$built/app/visavis.jar" "$@"
}
