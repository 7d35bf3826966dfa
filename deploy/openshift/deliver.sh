#!/usr/bin/env bash
# Brings one region to one image, named by digest: first the tables, then the instances, each when the one before it answers. A release that does not come up
# stays beside the old one, which goes on serving: undo it with the image before.
set -euo pipefail

usage() {
  cat <<'TEXT'
deliver.sh [--all] [--values FOLDER] OVERLAY IMAGE
  OVERLAY          dev, test, test-secondary, prod or prod-secondary
  IMAGE            NAME@sha256:…
  --all            also what an administrator makes once (step foundation)
  --values FOLDER  take settings.env and region.env from there instead of the overlay's
TEXT
}
refuse() {
  printf '%s\n' "$*" >&2
  exit 1
}

steps="migration serving" values=""
while [ $# -gt 0 ]; do
  case $1 in
    --all) steps="foundation $steps" ;;
    --values)
      values=${2:?folder}
      shift
      ;;
    --help)
      usage
      exit 0
      ;;
    *) break ;;
  esac
  shift
done
[ $# -eq 2 ] || refuse "$(usage)"
overlay=$1 image=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ -f "$here/overlays/$overlay/kustomization.yaml" ] || refuse "There is no overlay '$overlay'."
[[ $image =~ ^[^@]+@sha256:[0-9a-f]{64}$ ]] || refuse "The image must be named by its digest, NAME@sha256:…, not '$image'."
digest=${image##*@sha256:}
release=${digest:0:12}

# The overlay as it stands, with this image; the sources are left as they are.
sources=$(mktemp -d)
trap 'rm -rf "$sources"' EXIT
cp -R "$here/." "$sources"
place=$sources/overlays/$overlay
if [ -n "$values" ]; then
  cp "$values/settings.env" "$place/settings.env"
  cp "$values/region.env" "$place/region/region.env"
fi
sed -e "s|^IMAGE=.*|IMAGE=$image|" -e "s|^RELEASE=.*|RELEASE=$release|" "$place/region/region.env" >"$place/region/region.env.new"
mv "$place/region/region.env.new" "$place/region/region.env"

for step in $steps; do
  oc apply --kustomize "$place" --selector "visavis.health/step=$step"
  case $step in
    migration) oc wait --namespace telehealth --for=condition=complete --timeout=30m "job/visavis-migration-$release" ;;
    serving)
      for role in web api worker; do
        oc rollout status --namespace telehealth --timeout=15m "deployment/visavis-$role"
      done
      ;;
  esac
done
