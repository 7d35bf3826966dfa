#!/bin/sh
# Stands in for deploy/openshift/deliver.sh, which has tests of its own.
exec oc --kubeconfig "$KUBECONFIG" apply --release "$1" "$2"
