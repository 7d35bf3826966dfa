# Running what looks at Visavis from outside: the built server and, beside it, the programs of `proof` with their libraries.
# shellcheck shell=bash

prove_with() {
  local class_path=$built/proof.class-path state
  build_application
  train_start_up
  state=$(contents_of pom.xml proof/pom.xml)
  if ! is_unchanged proof-libraries "$state"; then
    need_maven
    with_progress "Fetching what measuring needs" "$logs/proof.log" \
      "$maven" -B -pl proof dependency:build-classpath -Dmdep.outputFile="$PWD/$class_path" -Dmdep.includeScope=runtime
    remember proof-libraries "$state"
  fi
  tell_proof
  use_chromium_here
  exec "$java" -cp "$built/app/proof.jar:$(cat "$class_path")" "$@"
}
