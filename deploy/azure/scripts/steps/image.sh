# The image goes into the registry without Docker, made of what the step 'build' has left: on the cluster, which alone reaches the
# private registry; or by Azure; or here with buildah or podman; or taken over from where a pipeline has published it.
# shellcheck shell=bash

step_image() {
  find_registry
  case $image_from in
    cluster) build_on_cluster ;;
    azure | here) build_unless_there ;;
    *) change az acr import --name "$registry" --source "$image_from" --image "visavis:$tag" --force ;;
  esac
}

# An image is delivered by what is in it.
find_digest() {
  case $image_from in
    cluster) ask digest oc --kubeconfig "$(kubeconfig_of primary)" --namespace visavis-build get builds --selector "buildconfig=visavis-$tag" --output 'jsonpath={.items[?(@.status.phase=="Complete")].status.output.to.imageDigest}' ;;
    azure | here) ask digest az acr manifest list-metadata --registry "$registry" --name visavis --query "[?contains(tags || \`[]\`, '$tag')].digest | [0]" --output tsv ;;
    *) digest=sha256:${image_from##*@sha256:} ;;
  esac
  # shellcheck disable=SC2016 # derive expands it
  derive release '$(printf %.12s "${digest#sha256:}")'
}

find_registry() {
  ask registry az acr list --query "[?resourceGroup=='$shared_group'].name | [0]" --output tsv
  ask registry_host az acr list --query "[?resourceGroup=='$shared_group'].loginServer | [0]" --output tsv
}

# The sources as they are committed, so that the tag says what is in the image.
image_tag() {
  case $image_from in
    *@sha256:*) printf '%.12s' "${image_from##*@sha256:}" ;;
    *) git rev-parse --short=12 HEAD 2>/dev/null || printf 'sources-%s' "$(find pom.xml ./*/pom.xml ./*/src/main web/package-lock.json deploy/image -type f -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 cksum | cksum | cut -d ' ' -f 1)" ;;
  esac
}

build_unless_there() {
  ask image_there az acr manifest list-metadata --registry "$registry" --name visavis --query "[?contains(tags || \`[]\`, '$tag')].digest | [0]" --output tsv
  if absent image_there; then
    if [ "$image_from" = here ]; then build_here; else build_in_azure; fi
    given_end
  fi
}

# Whoever builds pushes with a token of their own, good for minutes. It goes through files and standard input only.
build_on_cluster() {
  local kubeconfig inside
  kubeconfig=$(kubeconfig_of primary)
  inside=(oc --kubeconfig "$kubeconfig" --namespace visavis-build)
  reach_cluster primary
  ask built "${inside[@]}" get builds --selector "buildconfig=visavis-$tag" --output 'jsonpath={.items[?(@.status.phase=="Complete")].metadata.name}'
  if absent built; then
    write "$folder/build.yaml" <<YAML
apiVersion: v1
kind: Namespace
metadata:
  name: visavis-build
---
apiVersion: build.openshift.io/v1
kind: BuildConfig
metadata:
  name: visavis-$tag
  namespace: visavis-build
spec:
  runPolicy: Serial
  source:
    type: Binary
  strategy:
    type: Docker
    dockerStrategy:
      dockerfilePath: deploy/image/Containerfile
  output:
    to:
      kind: DockerImage
      name: $registry_host/visavis:$tag
    pushSecret:
      name: registry-push
YAML
    apply "$kubeconfig" --filename "$folder/build.yaml"
    secretly "$secrets/token" az account get-access-token --resource https://containerregistry.azure.net --query accessToken --output tsv
    change "${inside[@]}" delete pod registry-token --ignore-not-found
    # shellcheck disable=SC2016 # expanded in the pod
    input=$secrets/token secretly "$secrets/push.json" "${inside[@]}" run registry-token --image registry.access.redhat.com/ubi9/ubi --restart Never --rm --stdin --quiet --env "REGISTRY=$registry_host" \
      --command -- sh -c 'token=$(curl --silent --fail --data grant_type=access_token --data "service=$REGISTRY" --data-urlencode access_token@- "https://$REGISTRY/oauth2/exchange" | sed "s/.*\"refresh_token\":\"\([^\"]*\)\".*/\1/") && printf "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}" "$REGISTRY" "$(printf 00000000-0000-0000-0000-000000000000:%s "$token" | base64 --wrap 0)"'
    secretly "$secrets/push.yaml" "${inside[@]}" create secret generic registry-push --type kubernetes.io/dockerconfigjson "--from-file=.dockerconfigjson=$secrets/push.json" --dry-run=client --output yaml
    change "${inside[@]}" apply --filename "$secrets/push.yaml"
    build_context
    change "${inside[@]}" start-build "visavis-$tag" --from-dir "$context" --wait
    change rm -f "$secrets/token" "$secrets/push.json" "$secrets/push.yaml"
    given_end
  fi
  # Also one that a run which was ended in the middle has left.
  ask push_secret "${inside[@]}" get secret registry-push --ignore-not-found --output name
  if given push_secret; then
    change "${inside[@]}" delete secret registry-push
    given_end
  fi
}

build_in_azure() {
  build_context
  change az acr build --registry "$registry" --image "visavis:$tag" --file deploy/image/Containerfile "$context"
}

build_here() {
  local builder
  builder=$(command -v buildah || command -v podman || true)
  [ -n "$builder" ] || dry || fail "Neither buildah nor podman is here: install one of them, or leave out '--image here', then run this again."
  builder=$(basename "${builder:-buildah}")
  build_context
  change "$builder" build --file "$context/deploy/image/Containerfile" --tag "$registry_host/visavis:$tag" "$context"
  secretly "$secrets/token" az acr login --name "$registry" --expose-token --query accessToken --output tsv
  input=$secrets/token secretly "$secrets/said-by-login" "$builder" login --username 00000000-0000-0000-0000-000000000000 --password-stdin "$registry_host"
  change "$builder" push "$registry_host/visavis:$tag"
  change "$builder" logout "$registry_host"
  change rm -f "$secrets/token"
}
