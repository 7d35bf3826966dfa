# shellcheck shell=bash

sbom_help() {
  cat <<'TEXT'
./visavis sbom [FOLDER]
  Writes what Visavis is made of as CycloneDX into FOLDER (.visavis/sbom, if none is given): java.cdx.json (all that is in the
  server and its tools, not what only tests need), front-end.cdx.json (npm packages, those of the build included), and
  licences.md, a table of both. Ends with an error when something has a licence that scripts/sbom/licences.json does not allow,
  or none. Then asks npm for known weaknesses (npm audit), where its database answers.
  For Java there is no such question yet: the databases that would answer it cannot be reached everywhere, and none was tried.

./visavis sbom --ages [COMMIT]
  Whether an npm package that a lock file, or a Maven artifact that a POM, has taken since COMMIT (since it left main, if none is
  given) was released less than a week ago: an error then, unless scripts/sbom/young.json says why it cannot wait. Where a
  registry does not answer or tells no date it says so. Maven's is the mirror in ~/.m2/settings.xml, if there is one.

./visavis sbom --reproduce
  Builds the committed sources twice, in two folders, and compares the jars byte by byte.

  Needs a JDK, Maven, Node.js, and the registries for the first time. No part of './visavis demo' or './visavis test'.
TEXT
}

# What only the front end's build needs has no place in a browser, but a weakness in it is one of ours all the same.
write_boms() {
  local to=$1
  with_progress "Asking Maven what is inside" "$logs/sbom-java.log" "$maven" -B org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom || return 1
  cp target/sbom.json "$to/java.cdx.json"
  # shellcheck disable=SC2016 # the inner shell expands it
  with_progress "Asking npm what is inside" "$logs/sbom-front-end.log" sh -c 'npm --prefix web sbom --sbom-format cyclonedx >"$1"' sh "$to/front-end.cdx.json"
}

# 0: nothing known at that level; says so in a sentence when nobody answered.
known_weaknesses() {
  local answer=$1
  npm --prefix web audit --audit-level=high --json >"$answer" 2>/dev/null && {
    say "npm knows no weakness of level high or above in what the front end is made of."
    return 0
  }
  if grep -q '"auditReportVersion"' "$answer"; then
    say "npm knows weaknesses of level high or above: see $answer." >&2
    return 1
  fi
  say "Nobody has answered about known weaknesses (npm audit): nothing is said about them."
}

sbom_write() {
  local to
  to=$(from_caller "${1:-$PWD/$work/sbom}")
  mkdir -p "$to" "$logs" || fail "The folder $to could not be made."
  need_java
  need_maven
  need_node
  install_front_end_packages
  write_boms "$to" || exit
  node scripts/sbom/licences.mjs "$to/java.cdx.json" "$to/front-end.cdx.json" >"$to/licences.md" || exit
  known_weaknesses "$to/npm-audit.json" || exit
  say "$to"
}

sbom_ages() {
  git rev-parse HEAD >/dev/null 2>&1 || fail "What is new is told from a commit, and this folder is no git repository: clone it, then run this again."
  need_node
  node scripts/sbom/ages.mjs "$@"
}

# Sources in a folder of their own, built there without tests; prints the sum of each jar by its path.
build_apart() {
  local to=$1
  rm -rf "$to"
  mkdir -p "$to"
  git archive HEAD | tar --extract --file - --directory "$to"
  npm --prefix "$to/web" ci --no-audit --no-fund && npm --prefix "$to/web" run build &&
    "$maven" -B --quiet --file "$to/pom.xml" -DskipTests package
}

sums_of_jars() { (cd "$1" && find . -path '*/target/*.jar' ! -name '*.original' -print0 | LC_ALL=C sort -z | xargs -0 cksum); }

sbom_reproduce() {
  local here=$PWD/$work/reproduce one two
  git rev-parse HEAD >/dev/null 2>&1 || fail "What is committed is built twice, and this folder is no git repository: clone it, then run this again."
  need_java
  need_maven
  need_node
  need_disk
  mkdir -p "$logs"
  with_progress "Building the first time" "$logs/reproduce-1.log" build_apart "$here/one" || exit
  with_progress "Building the second time, elsewhere" "$logs/reproduce-2.log" build_apart "$here/second/two" || exit
  one=$(sums_of_jars "$here/one")
  two=$(sums_of_jars "$here/second/two")
  [ -n "$one" ] || fail "No jar was built: see $logs/reproduce-1.log."
  if [ "$one" != "$two" ]; then
    diff <(printf '%s\n' "$one") <(printf '%s\n' "$two") | sed -n 's/^[<>] [0-9]* [0-9]* /  /p' | sort -u >&2
    fail "These jars differ between two builds of $(git rev-parse --short=12 HEAD); both are in $here."
  fi
  rm -rf "$here"
  say "$(printf '%s\n' "$one" | wc -l | tr -d ' ') jars of $(git rev-parse --short=12 HEAD) are the same bytes when they are built twice."
}

sbom_run() {
  if [ "${1:-}" = --ages ]; then
    [ $# -le 2 ] || fail "Since which commit? One, or none: see './visavis sbom --help'."
    shift
    sbom_ages "$@"
    return
  fi
  [ $# -le 1 ] || fail "Into which folder? One, or none: see './visavis sbom --help'."
  case ${1:-} in
    --reproduce) sbom_reproduce ;;
    --*) fail "'./visavis sbom' does not know '$1': see './visavis sbom --help'." ;;
    *) sbom_write "$@" ;;
  esac
}
