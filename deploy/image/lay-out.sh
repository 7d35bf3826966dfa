#!/bin/sh
# lay-out.sh FROM TO: the built jar as single jars in TO/app, from which it starts faster and of which the JVM can cache what it learned; in TO/rehearsal, who
# will look at the pages.
set -eu

java -Djarmode=tools -jar "$1"/server-*-SNAPSHOT.jar extract --destination "$2/app"
mv "$2"/app/server-*.jar "$2/app/visavis.jar"
mkdir "$2/rehearsal"
cp "$1"/proof-*-SNAPSHOT.jar "$2/rehearsal/proof.jar"
