# Starting the built server in this terminal's place, so that Ctrl-C reaches it directly and nothing stays behind.
# shellcheck shell=bash

prepare_server() {
  build_application
  train_start_up
}

run_server() {
  local jvm=$1 cache
  shift
  cache=()
  if [ -s "$built/app/visavis.aot" ]; then cache=("-XX:AOTCache=$PWD/$built/app/visavis.aot"); fi
  # shellcheck disable=SC2086 # the options are words
  exec "$java" $quiet_jvm $jvm ${cache[@]+"${cache[@]}"} -jar "$PWD/$built/app/visavis.jar" "$@"
}
