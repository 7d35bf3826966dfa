#!/usr/bin/env bash
# What the front door says when something is missing: one sentence, an exit with 1, and nothing changed. Tried on a copy of
# the scripts without sources, with a PATH made for each case, so that nothing of this machine is built, started or touched.
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
place=$(mktemp -d)
listener=""
trap 'if [ -n "$listener" ]; then kill "$listener" 2>/dev/null; fi; rm -rf "$place"' EXIT
failed=0
tried=0

house=$place/house
mkdir -p "$house/web" "$place/home"
cp -R "$here/visavis" "$here/scripts" "$house/"
printf '{}' >"$house/web/package.json"
printf '{}' >"$house/web/package-lock.json"

# A JDK 25 as far as anybody looks who has nothing to build yet.
mkdir -p "$place/jdk/bin"
printf 'JAVA_VERSION="25.0.1"\n' >"$place/jdk/release"
printf '#!/bin/sh\necho "java was started" >&2\nexit 99\n' | tee "$place/jdk/bin/java" >"$place/jdk/bin/javac"
chmod +x "$place/jdk/bin/java" "$place/jdk/bin/javac"

# tools NAME…: a PATH with what every Unix has, and the programs that this case is about.
tools() {
  local path tool
  path=$(mktemp -d "$place/path.XXXXXX")
  for tool in awk basename bash cat chmod cksum cp cut date df dirname env find grep head id mkdir mv printf readlink rm sed sh \
    sleep sort tail tr uname xargs; do
    if command -v "$tool" >/dev/null; then ln -s "$(command -v "$tool")" "$path/$tool"; fi
  done
  for tool in "$@"; do program "$path" "$tool" "echo $tool was started >&2; exit 99"; done
  printf '%s' "$path"
}

program() {
  rm -f "$1/$2"
  printf '#!/bin/sh\n%s\n' "$3" >"$1/$2"
  chmod +x "$1/$2"
}

# refuses WHAT PATH SENTENCE WORD…: the words after ./visavis are answered with this sentence and nothing else.
refuses() {
  local what=$1 path=$2 sentence=$3 answer status before
  shift 3
  tried=$((tried + 1))
  before=$(find "$house" "$place/home" | sort | cksum)
  answer=$(env -i PATH="$path" VISAVIS_SBIN="" HOME="$place/home" JAVA_HOME="$place/jdk" "$house/visavis" "$@" 2>&1)
  status=$?
  if [ $status -ne 1 ]; then
    complain "$what" "exit $status instead of 1" "$answer"
  elif [ "$(printf '%s\n' "$answer" | wc -l)" -ne 1 ]; then
    complain "$what" "more than one line" "$answer"
  elif [[ $answer != *"$sentence"* ]]; then
    complain "$what" "not the sentence '$sentence'" "$answer"
  elif [ "$before" != "$(find "$house" "$place/home" | sort | cksum)" ]; then
    complain "$what" "something was changed" "$answer"
  fi
}

complain() {
  failed=$((failed + 1))
  printf 'FAILED %s: %s. It said:\n%s\n' "$1" "$2" "$3"
}

refuses "no Maven" "$(tools)" "built with Apache Maven 3.8 or newer and found none" demo

path=$(tools mvn)
refuses "no Node" "$path" "Node.js 20.19 or newer and none was found" demo
refuses "no Node, own clinic" "$path" "Node.js 20.19 or newer and none was found" start

for version in 8.17.0 18.20.4 20.18.1; do
  program "$path" node "echo $version"
  refuses "Node $version" "$path" "Node.js 20.19 or newer and only $version was found" demo
done
for version in 20.19.0 22.1.0; do
  program "$path" node "echo $version"
  refuses "Node $version without npm" "$path" "its npm is not" demo
done

path=$(tools mvn node npm)
program "$path" df 'printf "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/disk 9000000 8000000 1048576 89%% /\n"'
refuses "full disk" "$path" "Less than 2 GB are free on the disk of this folder (1024 MB)" demo

path=$(tools)
for port in abc 0 65536 80a; do
  refuses "port $port" "$path" "'$port' is no port number" demo --port "$port"
done
node -e 'require("net").createServer().listen(0, "127.0.0.1", function () { console.log(this.address().port) })' >"$place/port" &
listener=$!
for _ in $(seq 100); do
  [ -s "$place/port" ] && break
  sleep 0.1
done
port=$(cat "$place/port")
for command in demo start; do
  refuses "taken port, $command" "$path" "Port $port is already taken by another program: stop that program" $command --port "$port"
done

refuses "a slip of the pen" "$path" "Did you mean './visavis start'" strat
refuses "an unknown option" "$path" "does not know '--frsh'" demo --frsh
refuses "an option without its value" "$path" "--data wants a value" start --data
refuses "a call list of nothing" "$path" "Which list?" calllist
refuses "an unknown option of the call list" "$path" "does not know '--print'" calllist somewhere --print
refuses "an audit of nothing" "$path" "Verify what?" audit
refuses "an unknown option of the audit" "$path" "does not know '--fix'" audit verify --fix
refuses "keys of nothing" "$path" "What about keys?" keys
refuses "shredding nobody" "$path" "Which one?" keys shred --reason asked
refuses "an unknown option of keys" "$path" "does not know '--now'" keys rotate --now
refuses "codes of nothing" "$path" "What about codes?" codes
refuses "an unknown option of codes" "$path" "does not know '--now'" codes print --now
refuses "codes of a folder that is not named" "$path" "--data wants a value" codes status --data
refuses "an import of nothing" "$path" "Which folder or file?" import fhir
refuses "an import of something that is not there" "$path" "There is nothing to read at" import fhir nowhere

refuses "no nginx" "$path" "these are not here and could not be installed: nginx" demo --edge
refuses "no nginx, drill" "$path" "these are not here and could not be installed: nginx" drill edge
refuses "no nginx, scan" "$path" "these are not here and could not be installed: nginx" proof scan
refuses "an edge before a network" "$path" "leave --lan, --join and --engine out" demo --edge --lan

refuses "an unknown option of the package" "$path" "does not know '--pdf'" package --pdf
refuses "a package for two folders" "$path" "Into which folder?" package one two
refuses "an unknown option of the contents" "$path" "does not know '--pdf'" sbom --pdf
refuses "nothing to verify" "$path" "Which address?" verify
refuses "an unknown option of a verification" "$path" "does not know '--insecure'" verify --insecure https://visit.example.org
refuses "an authority that is not there" "$path" "There is no certificate to read at" verify --trust nowhere https://visit.example.org
refuses "evidence that nobody signs" "$path" "Evidence is signed" verify --record somewhere https://visit.example.org
refuses "a key that is not there" "$path" "There is no key to read at" verify --record somewhere --key nowhere https://visit.example.org
refuses "evidence that is not there" "$path" "There is no evidence to read at" verify --read nowhere
refuses "evidence of nobody" "$path" "Who should have signed it?" verify --read "$house/visavis"

if [ $failed -gt 0 ]; then
  printf '%s of %s refusals are not as promised\n' "$failed" "$tried"
  exit 1
fi
printf '%s refusals, each one sentence, and nothing changed\n' "$tried"
