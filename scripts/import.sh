# shellcheck shell=bash

import_help() {
  cat <<'TEXT'
./visavis import fhir PATH [dry] [--data FOLDER] [--keys FOLDER]
  Takes patients, clinicians and histories in from FHIR R4: a folder, or one file (transaction bundle or NDJSON).
  Can be repeated without making anything twice. Ends with what was read, created, updated, unchanged, and what was
  rejected with file, line and reason. With 'dry' it only says what it would do.
TEXT
}

import_run() {
  [ "${1:-}" = fhir ] || fail "Visavis imports FHIR: './visavis import fhir PATH', see './visavis import --help'."
  [ -n "${2:-}" ] || fail "Which folder or file? './visavis import fhir PATH', see './visavis import --help'."
  local path
  path=$(from_caller "$2")
  [ -r "$path" ] || fail "There is nothing to read at $path."
  shift 2
  build_application
  # shellcheck disable=SC2086 # the options are words
  exec "$java" $quiet_jvm $clinic_jvm -jar "$built/app/visavis.jar" import fhir "$path" "$@"
}
