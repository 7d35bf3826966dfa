#!/usr/bin/env bash
# publish.sh IMAGE RUNTIME KEY SBOM: builds the image on RUNTIME, pushes it, signs it and its list of contents with a key of the vault, and prints
# `image=NAME@sha256:…`. Signed in to Azure already (az login by federation); needs az, buildah and cosign, and leaves no sign-in behind.
set -euo pipefail

image=${1:?name of the image, without a tag} runtime=${2:?image that ours is built on, by digest} key=${3:?azurekms://VAULT.vault.azure.net/KEY} sbom=${4:?file}
case $runtime in *@sha256:*) ;; *)
  echo "The image that ours is built on must be named by its digest, not '$runtime'." >&2
  exit 1
  ;;
esac
registry=${image%%/*}

REGISTRY_AUTH_FILE=$(mktemp)
DIGEST_FILE=$(mktemp)
export REGISTRY_AUTH_FILE
trap 'rm -f "$REGISTRY_AUTH_FILE" "$DIGEST_FILE"' EXIT
echo '{}' >"$REGISTRY_AUTH_FILE"
az acr login --name "${registry%%.*}" --expose-token --query accessToken --output tsv |
  buildah login --username 00000000-0000-0000-0000-000000000000 --password-stdin "$registry" >&2

tag=$(git rev-parse --short=12 HEAD)
buildah build --pull-always --build-arg "RUNTIME=$runtime" --file deploy/image/Containerfile --ignorefile deploy/image/Containerfile.ignore \
  --tag "$image:$tag" . >&2
buildah push --digestfile "$DIGEST_FILE" "$image:$tag" >&2
named=$image@$(cat "$DIGEST_FILE")

DOCKER_CONFIG=$(mktemp -d)
export DOCKER_CONFIG
trap 'rm -rf "$REGISTRY_AUTH_FILE" "$DIGEST_FILE" "$DOCKER_CONFIG"' EXIT
cp "$REGISTRY_AUTH_FILE" "$DOCKER_CONFIG/config.json"
cosign sign --yes --tlog-upload=false --key "$key" "$named" >&2
cosign attest --yes --tlog-upload=false --key "$key" --type cyclonedx --predicate "$sbom" "$named" >&2
echo "image=$named"
