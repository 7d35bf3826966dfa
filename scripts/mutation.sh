# shellcheck shell=bash

mutation_help() {
  cat <<'TEXT'
./visavis mutation
  Changes the compiled code of scheduling, access, audit and keys in small ways and runs their tests against each change.
  A change that no test notices has survived. At least 80 % must be noticed. Takes some minutes; the report is a web page.
TEXT
}

mutation_run() {
  local status=0
  need_java
  need_maven
  with_progress "Changing the code and watching the tests" "$logs/mutation.log" \
    "$maven" -B -pl platform -am -Pmutation process-test-classes || status=$?
  sed -n '/^- Statistics/,/^>> Ran/p' "$logs/mutation.log"
  say "The report: platform/target/pit-reports/index.html"
  return "$status"
}
