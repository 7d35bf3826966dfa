# Every test, in the order in which a fault is cheapest to find. Nothing stops at the first failure, so that one run tells all.
# shellcheck shell=bash

test_help() {
  cat <<'TEXT'
./visavis test
  Installs what the tests need (Chromium, coturn, and nginx with its firewall from Debian's packages when you are root on Debian;
  otherwise the browser driver brings its own Chromium, and tests that need the others are skipped by name), then runs every test:
  scripts, templates for Azure, documents, deployment package, front end, what the front door says when something is missing, Java, journeys in a real
  browser, secrets that nobody should have written down, and the table of requirements. Templates are also compiled where there is a Bicep compiler, or an offline
  checker in VISAVIS_BICEP_CHECKER.
  The last line counts them all. It is exactly what the build server runs.
TEXT
}

failed_steps=""

# step NAME COMMAND…: its words stay visible, its failure is remembered.
step() {
  local name=$1 began=$SECONDS
  shift
  say "" "== $name"
  if "$@"; then
    say "== $name: passed in $((SECONDS - began)) s"
  else
    failed_steps="$failed_steps${failed_steps:+, }$name"
    say "== $name: FAILED after $((SECONDS - began)) s"
  fi
}

# step_beside COMMAND…: begins it in the background, for what takes one processor; its words are kept for step_awaited.
step_beside() {
  (if "$@"; then exit 0; else exit 1; fi) >"$logs/beside.log" 2>&1 &
  beside_pid=$!
}

step_awaited() {
  local failed=0
  wait "$beside_pid" || failed=1
  cat "$logs/beside.log"
  return "$failed"
}

install_test_tools() {
  local missing=""
  if is_root_on_debian || [ -z "$(chromium_here)" ]; then
    command -v chromium-headless-shell >/dev/null || missing="chromium-headless-shell"
  fi
  command -v turnserver >/dev/null || missing="$missing coturn"
  command -v shellcheck >/dev/null || missing="$missing shellcheck"
  missing="$missing $(edge_missing)"
  [ -n "${missing// /}" ] || return 0
  is_root_on_debian || {
    say "Not here, and not installed because this is not root on Debian: $missing."
    return 0
  }
  # shellcheck disable=SC2086 # one package per word is meant
  install_packages $missing || say "Going on without them: tests that need them are skipped by name."
}

check_scripts() {
  command -v shellcheck >/dev/null || {
    say "shellcheck is not here: skipped."
    return 0
  }
  shellcheck -x visavis .ci/run scripts/*.sh scripts/edge/*.sh deploy/image/*.sh deploy/openshift/*.sh \
    deploy/azure/scripts/*.sh deploy/azure/scripts/steps/*.sh deploy/azure/checks/fake/cloud
}

# What the templates must say, and for each sentence a change that must be noticed; the compiler's verdict where there is one.
# Then documents, slides and the package that they are handed over in.
template_tests() {
  local log=$logs/template-tests.log
  need_node
  if node --test --test-reporter=junit --test-reporter-destination="$work/template-tests.xml" \
    --test-reporter=spec --test-reporter-destination="$log" deploy/azure/checks/*.test.mjs scripts/documents/*.test.mjs scripts/package/*.test.mjs scripts/sbom/*.test.mjs; then
    grep '﹣' "$log" || true
  else
    sed -n '/failing tests:/,$p' "$log"
    return 1
  fi
}

front_end_tests() {
  need_node
  install_front_end_packages &&
    npm --prefix web run --if-present check &&
    npm --prefix web run --if-present test -- --reporter=default --reporter=junit --outputFile="$PWD/$work/front-end-tests.xml" &&
    build_front_end
}

# Mermaid is three times as large as all that the front end needs: it is fetched by whoever runs the tests, never for the demo.
diagram_tests() {
  local state
  need_node
  state=$(cksum <scripts/diagrams/package-lock.json)
  if ! { [ -d scripts/diagrams/node_modules ] && is_unchanged diagrams "$state"; }; then
    with_progress "Fetching the reader of diagrams" "$logs/npm-diagrams.log" npm --prefix scripts/diagrams ci --no-audit --no-fund || return 1
    remember diagrams "$state"
  fi
  node --test scripts/diagrams/diagrams.test.js
}

# After the build, so that what it has packed is looked into as well.
secret_tests() {
  local state
  need_node
  state=$(cksum <scripts/secrets/package-lock.json)
  if ! { [ -d scripts/secrets/node_modules ] && is_unchanged secrets "$state"; }; then
    with_progress "Fetching the finder of secrets" "$logs/npm-secrets.log" npm --prefix scripts/secrets ci --no-audit --no-fund || return 1
    remember secrets "$state"
  fi
  node --test --test-reporter=junit --test-reporter-destination="$work/secret-tests.xml" --test-reporter=spec --test-reporter-destination=stdout \
    scripts/secrets/secrets.test.mjs
}

# A module whose tests fail does not keep the modules above it from being tested. The build calls that a success, so
# what it says of itself is read: a failed test is a line of its own, a test process that died ends the build anyway.
java_tests() {
  local log=$logs/java-tests.log
  use_chromium_here
  "$maven" -B --no-transfer-progress --fail-at-end -T 2 -Dmaven.test.failure.ignore spotless:check verify | tee "$log" &&
    ! grep -q '^\[ERROR\]' "$log"
}

requirements_table() {
  "$java" -cp proof/target/classes health.visavis.proof.traceability.TraceabilityTable docs/compliance .
}

# Sums the testsuite elements that this run wrote: tests, failures and errors, skipped.
count_tests() {
  find . -path '*/target/surefire-reports/TEST-*.xml' -not -path './web/node_modules/*' -newer "$work/test-began" -print0 |
    xargs -0 cat /dev/null "$work/template-tests.xml" "$work/front-end-tests.xml" "$work/secret-tests.xml" 2>/dev/null |
    awk '
      function value(line, name) { return match(line, " " name "=\"[0-9]+\"") ? substr(line, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
      /<testsuite / { tests += value($0, "tests"); failed += value($0, "failures") + value($0, "errors"); skipped += value($0, "skipped") }
      END { print tests - failed - skipped, failed + 0, skipped + 0 }'
}

test_run() {
  local passed failed skipped
  need_java
  need_maven
  need_disk
  mkdir -p "$logs"
  rm -f "$work/template-tests.xml" "$work/front-end-tests.xml" "$work/secret-tests.xml"
  : >"$work/test-began"
  say "Tests of Visavis, with $("$java" --version | head -n 1)"
  install_test_tools
  step "scripts" check_scripts
  step_beside template_tests
  step "front end" front_end_tests
  step "diagrams" diagram_tests
  step "front door" scripts/front-door-test.sh
  step "templates for Azure, documents, package" step_awaited
  step "Java and journeys" java_tests
  step "secrets" secret_tests
  step "requirements" requirements_table

  read -r passed failed skipped <<<"$(count_tests)"
  say ""
  if [ -n "$failed_steps" ]; then
    say "Failed: $failed_steps."
    [ "$failed" -gt 0 ] || failed=1
  fi
  say "$passed passed, $failed failed, $skipped skipped"
  [ -z "$failed_steps" ]
}
