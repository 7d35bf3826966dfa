# Starting the built server in this terminal's place, so that Ctrl-C reaches it directly and nothing stays behind.
# shellcheck shell=bash

run_server() {
  local jvm=$1 port=$2
  shift 2
  need_port "$port"
  build_application
  train_start_up
  # shellcheck disable=SC2046,SC2086 # the options are words
  exec "$java" $quiet_jvm $jvm $(start_up_cache) -jar "$built/app/visavis.jar" "$@"
}
