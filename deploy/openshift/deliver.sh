#!/usr/bin/env bash
# deliver.sh OVERLAY IMAGE: brings one region to one image, named by digest: first the tables, then the instances, each when the one before it answers.
# Changes what a release changes; what an administrator makes once (step foundation) must be there. A release that does not come up stays beside the old one,
# which goes on serving: undo it with `deliver.sh OVERLAY THE-IMAGE-BEFORE`.
set -euo pipefail

overlay=${1:?overlay: dev, test, prod or secondary} image=${2:?image, by digest}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
case $image in *@sha256:????????????????????????????????????????????????????????????????) ;; *)
  echo "The image must be named by its digest, NAME@sha256:…, not '$image'." >&2
  exit 1
  ;;
esac
[ -d "$here/overlays/$overlay" ] || {
  echo "There is no overlay '$overlay'." >&2
  exit 1
}

# The overlay as it stands, with this image; the sources are left as they are.
sources=$(mktemp -d)
trap 'rm -rf "$sources"' EXIT
cp -R "$here/." "$sources"
digest=${image##*@sha256:}
sed -i.before -e "s|^IMAGE=.*|IMAGE=$image|" -e "s|^RELEASE=.*|RELEASE=${digest:0:12}|" "$sources/overlays/$overlay/region/region.env"

apply() { oc apply --kustomize "$sources/overlays/$overlay" --selector "visavis.health/step=$1"; }

apply migration
oc wait --namespace telehealth --for=condition=complete --timeout=30m "job/visavis-migration-${digest:0:12}"
apply serving
for role in web api worker; do
  oc rollout status --namespace telehealth --timeout=15m "deployment/visavis-$role"
done
