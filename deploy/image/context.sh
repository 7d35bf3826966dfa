#!/usr/bin/env bash
# context.sh FOLDER: builds the committed sources apart from this tree and puts into FOLDER what the image is made of, and nothing else: Containerfile and what its
# ignore file admits. Needs a JDK 25, Maven and Node.js. FOLDER is there whole or not at all.
set -euo pipefail

to=${1:?folder}
case $to in /*) ;; *) to=$PWD/$to ;; esac
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=scripts/common.sh
source scripts/common.sh
need_java
need_maven
need_node
need_disk

sources=$to.sources
half=$to.tmp
rm -rf "$sources" "$half"
trap 'rm -rf "$sources" "$half"' EXIT
mkdir -p "$sources" "$half"
if git rev-parse HEAD >/dev/null 2>&1; then
  git archive HEAD | tar --extract --file - --directory "$sources"
else
  tar --create --exclude ./.visavis --exclude node_modules --exclude target --exclude ./web/build --file - . | tar --extract --file - --directory "$sources"
fi

npm --prefix "$sources/web" ci --no-audit --no-fund
npm --prefix "$sources/web" run build
"$maven" --batch-mode --quiet --file "$sources/pom.xml" -DskipTests --projects server,proof --also-make package

cd "$sources"
# shellcheck disable=SC2046 # one pattern a line, each to be expanded
tar --create --file - deploy/image/Containerfile $(sed -n 's/^!//p' deploy/image/Containerfile.ignore) | tar --extract --file - --directory "$half"
mv "$half" "$to"
