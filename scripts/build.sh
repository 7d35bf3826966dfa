# From sources to something that starts quickly: front end, jar, laid-out class path, trained start-up cache.
# Each step is skipped when the contents it is made from have not changed. Folders named *.tmp are half-made and never used.
# shellcheck shell=bash

modules="kernel platform web fhir simulator azure local server proof"

contents_of() { { find "$@" -type f -print0 2>/dev/null || true; } | LC_ALL=C sort -z | xargs -0 cksum | cksum; }

front_end_state() { contents_of web/src/main/islands web/src/main/styles web/package.json web/package-lock.json web/*.ts web/*.js web/*.mjs web/tsconfig*.json; }

application_state() {
  local folders="" module
  for module in $modules; do folders="$folders $module/src/main $module/pom.xml"; done
  # shellcheck disable=SC2086 # one folder per word is meant
  printf '%s %s' "$(contents_of pom.xml .mvn $folders)" "$(front_end_state)"
}

is_unchanged() { [ "$(cat "$built/$1.state" 2>/dev/null)" = "$2" ]; }
remember() { mkdir -p "$built" && printf '%s' "$2" >"$built/$1.state"; }

install_front_end_packages() {
  local state
  state=$(cksum <web/package-lock.json)
  if [ -d web/node_modules ] && is_unchanged packages "$state"; then return; fi
  with_progress "Fetching the front end's packages" "$logs/npm.log" npm --prefix web ci --no-audit --no-fund
  remember packages "$state"
}

build_front_end() {
  local state
  [ -f web/package.json ] || return 0
  state=$(front_end_state)
  if [ -d web/build/static ] && is_unchanged front-end "$state"; then return; fi
  need_node
  install_front_end_packages
  with_progress "Building the pages' styles and scripts" "$logs/front-end.log" npm --prefix web run build
  remember front-end "$state"
}

package_jars() {
  with_progress "Building Visavis" "$logs/build.log" "$maven" -B -DskipTests package
}

# Laid out as single jars the application starts faster than from one big jar, and only so can the JVM cache what it learned.
lay_out() {
  rm -rf "$built/app" "$built/app.tmp"
  mkdir -p "$built"
  "$java" -Djarmode=tools -jar server/target/server-*-SNAPSHOT.jar extract --destination "$built/app.tmp" >"$logs/lay-out.log" 2>&1 || {
    tail -n 5 "$logs/lay-out.log" >&2
    fail "The built application could not be unpacked into $built: see $logs/lay-out.log."
  }
  mv "$built/app.tmp"/server-*.jar "$built/app.tmp/visavis.jar"
  cp proof/target/proof-*-SNAPSHOT.jar "$built/app.tmp/proof.jar"
  cp proof/target/class-path "$built/app.tmp/proof.class-path"
  cp simulator/target/simulator-*-SNAPSHOT-program.jar "$built/app.tmp/simulator.jar"
  mv "$built/app.tmp" "$built/app"
}

build_application() {
  local state
  need_java
  state=$(application_state)
  if [ -f "$built/app/visavis.jar" ] && is_unchanged application "$state"; then return; fi
  need_maven
  need_disk
  build_front_end
  package_jars
  lay_out
  remember application "$state"
}

# --- the start-up cache -------------------------------------------------------------------------------------------------

# Small heap, one collector thread, no second compiler: on the machine of one person this starts soonest and stays small.
demo_jvm="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx768m"
# For a clinic's day: the optimising compiler too.
clinic_jvm="-XX:+UseSerialGC -Xmx1g"
quiet_jvm="-Xlog:aot*=off --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8"

# What the programs of `proof` are told about this place.
tell_proof() {
  export VISAVIS_BUILT=$PWD/$built/app VISAVIS_WORK=$PWD/$work/proof VISAVIS_MAVEN
  export VISAVIS_JVM="$quiet_jvm $demo_jvm" VISAVIS_CLINIC_JVM="$quiet_jvm $clinic_jvm"
  VISAVIS_MAVEN=$(command -v mvn || printf '%s' "$PWD/mvnw")
}

# The JVM writes down what the server loads and links while everybody looks at their pages once.
rehearse() {
  tell_proof
  VISAVIS_JVM="-XX:AOTCacheOutput=$PWD/$built/app/visavis.aot $VISAVIS_JVM" \
    "$java" -cp "$built/app/proof.jar" health.visavis.proof.Rehearsal
  [ -s "$built/app/visavis.aot" ]
}

train_start_up() {
  local state
  state="$(cat "$built/application.state") $(cksum <"$JAVA_HOME/release")"
  if is_unchanged start-up "$state"; then return; fi
  rm -f "$built/app/visavis.aot"
  with_progress "Rehearsing the start, so that the next ones are quick" "$logs/rehearsal.log" rehearse 2>/dev/null ||
    say "The rehearsal did not work out ($logs/rehearsal.log); Visavis starts without it, a few seconds slower."
  remember start-up "$state"
}
