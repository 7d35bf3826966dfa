# shellcheck shell=bash

screens_help() {
  cat <<'TEXT'
./visavis screens FOLDER [PART]
  Walks every page and state in English and Spanish, 1280 and 320 pixels wide, light and dark, and writes the pictures;
  with PART only those in whose names it is found, such as patient-visit or 'audit|people' (a regular expression).
TEXT
}

screens_run() {
  [ -n "${1:-}" ] || fail "Into which folder? './visavis screens FOLDER'."
  local folder
  folder=$(from_caller "$1")
  mkdir -p "$folder" || fail "The folder $folder could not be made."
  need_java
  need_maven
  build_front_end
  use_chromium_here
  with_progress "Walking every page and state" "$logs/screens.log" \
    "$maven" -B -pl server -am test -Dtest=EveryPageJourneyTest#everyPageHasItsPictures -Dsurefire.failIfNoSpecifiedTests=false "-Dvisavis.screens=$folder" "-Dvisavis.screens.only=${2:-}"
  say "$(find "$folder" -name '*.png' | wc -l | tr -d ' ') pictures in $folder"
}
