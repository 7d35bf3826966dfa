#!/bin/sh
# rehearse.sh PLACE: starts an empty clinic as what PLACE holds, lets everybody walk through their pages, and keeps what the JVM learned in PLACE/app/visavis.aot.
set -eu

HOME=$(mktemp -d)
export HOME
export VISAVIS_BUILT="$1/app" VISAVIS_WORK="$HOME/work" VISAVIS_MAVEN=none
VISAVIS_JVM="-XX:AOTCacheOutput=$1/app/visavis.aot $(grep -v '^#' /opt/rehearsal/jvm.options | grep -v MaxRAM | tr '\n' ' ') -Xmx768m"
VISAVIS_CLINIC_JVM=$VISAVIS_JVM
export VISAVIS_JVM VISAVIS_CLINIC_JVM
java -cp "$1/rehearsal/proof.jar" health.visavis.proof.Rehearsal
[ -s "$1/app/visavis.aot" ]
rm -rf "$HOME"
