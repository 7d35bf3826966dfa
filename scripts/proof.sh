# Running what looks at Visavis from outside: the built server and, beside it, the programs of `proof` with their libraries.
# shellcheck shell=bash

prove_with() {
  build_application
  train_start_up
  tell_proof
  use_chromium_here
  exec "$java" -cp "$built/app/proof.jar:$(cat "$built/app/proof.class-path")" "$@"
}
