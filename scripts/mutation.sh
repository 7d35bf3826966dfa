# shellcheck shell=bash

mutation_help() {
  cat <<'TEXT'
./visavis mutation
  Changes the compiled code of scheduling, access, audit and keys in small ways and runs their tests against each change.
  A change that no test notices has survived. In each of the four at least 80 % must be noticed. Takes half an hour or
  more; the report is a web page.
TEXT
}

mutation_report=platform/target/pit-reports

# Prints what was noticed in each area; fails when that is too little in one of them, or when one was not tried.
mutation_areas() {
  awk '
    /<mutation / {
      match($0, /health\.visavis\.[a-z]+/)
      area = substr($0, RSTART + 15, RLENGTH - 15)
      made[area]++
      if (/detected=.true./) noticed[area]++
    }
    END {
      count = split("scheduling access audit keys", areas, " ")
      for (n = 1; n <= count; n++) {
        area = areas[n]
        if (made[area] == 0) { printf "%-10s was not tried\n", area; missed = 1; continue }
        share = 100 * noticed[area] / made[area]
        printf "%-10s %3d of %3d changes noticed, %.1f %%%s\n", area, noticed[area], made[area], share, share < 80 ? ": too few" : ""
        if (share < 80) missed = 1
      }
      exit missed
    }' "$1"
}

mutation_run() {
  local status=0
  need_java
  need_maven
  rm -f "$mutation_report/mutations.xml"
  with_progress "Changing the code and watching the tests" "$logs/mutation.log" \
    "$maven" -B -pl platform -am -Pmutation process-test-classes || status=$?
  if [ -s "$mutation_report/mutations.xml" ]; then
    mutation_areas "$mutation_report/mutations.xml" || status=1
    say "The report: $mutation_report/index.html"
  fi
  return "$status"
}
