#!/usr/bin/env bash
# From an empty subscription to a verified address: every step in its order, each in a file of its own under steps/. A step asks
# Azure what is there and makes what is missing, so it may be run again at any time.
set -euo pipefail

called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
templates=deploy/azure
# shellcheck source=deploy/azure/scripts/language.sh
source $templates/scripts/language.sh
# shellcheck source=deploy/azure/scripts/environment.sh
source $templates/scripts/environment.sh
for file in "$templates"/scripts/steps/*.sh; do
  # shellcheck source=/dev/null # one for each step
  source "$file"
done

cluster_steps="preflight build providers identities stage-1 credentials stage-2 approval names sign-in access cluster image application verification"
pilot_steps="preflight build providers identities stage-1 image sign-in stage-2 verification"

usage() {
  cat <<TEXT
./visavis deploy --environment NAME [OPTIONS]
  Makes the environment in the subscription that you are signed in to with 'az login': dev, test, prod, or pilot, which has no
  cluster. Ended at any step, the same command goes on from there; with nothing to do, it changes nothing.

  --dry-run           prints the commands as a script, in their order from an empty subscription, and runs none
  --what-if           shows what Azure would change, and changes nothing
  --from STEP         begins there
  --only STEP         does only that
  --primary-only      leaves the second region out
  --subscription ID   refuses to run in any other
  --pull-secret FILE  Red Hat's pull secret, for operators from the catalogue
  --image SOURCE      cluster (usual), azure (usual for the pilot), here (buildah or podman), or REGISTRY/NAME@sha256:… to take over
  --export FOLDER     writes the rules of sign-in and the rights for hours as files, for somebody who may make them

  Steps: $cluster_steps
  Steps of the pilot: $pilot_steps
  --only facts        shows what a demonstration shows in the portal, by the command line
  --only transport    shows from outside which lines are spoken, which are refused, and the one way in
  --only tear-down    deletes the environment, after asking for its name
TEXT
}

from_caller() {
  case $1 in
    /*) printf '%s' "$1" ;;
    *) printf '%s' "$called_from/$1" ;;
  esac
}

environment="" mode=run from="" only="" primary_only="" wanted_subscription="" pull_secret="" image_from="" export_folder=""
otherwise="" input=""

while [ $# -gt 0 ]; do
  case $1 in
    -h | --help | help)
      usage
      exit 0
      ;;
    --dry-run) mode=dry ;;
    --what-if) mode=what-if ;;
    --primary-only) primary_only=yes ;;
    --environment | --from | --only | --subscription | --pull-secret | --image | --export)
      [ $# -ge 2 ] || fail "$1 wants a value: see './visavis deploy --help'."
      case $1 in
        --environment) environment=$2 ;;
        --from) from=$2 ;;
        --only) only=$2 ;;
        --subscription) wanted_subscription=$2 ;;
        --pull-secret) pull_secret=$(from_caller "$2") ;;
        --image) image_from=$2 ;;
        --export) export_folder=$(from_caller "$2") ;;
      esac
      shift
      ;;
    *) fail "'./visavis deploy' does not know '$1': see './visavis deploy --help'." ;;
  esac
  shift
done

case $environment in
  dev | test | prod) steps=$cluster_steps image_from=${image_from:-cluster} ;;
  pilot) steps=$pilot_steps image_from=${image_from:-azure} ;;
  "") fail "Which environment? './visavis deploy --environment test', dev, prod or pilot; see './visavis deploy --help'." ;;
  *) fail "There is no environment '$environment': dev, test, prod or pilot; see './visavis deploy --help'." ;;
esac
case $image_from in
  cluster | azure | here | *@sha256:*) ;;
  *) fail "'$image_from' is no source of an image: cluster, azure, here, or REGISTRY/NAME@sha256:… whose content cannot change; see './visavis deploy --help'." ;;
esac
for step in $from $only; do
  case " $steps tear-down facts transport " in
    *" $step "*) ;;
    *) fail "There is no step '$step' for $environment: $steps." ;;
  esac
done

folder=${XDG_STATE_HOME:-$HOME/.local/state}/visavis/$environment
secrets=$folder/secrets
state=$folder/finished
tag=$(image_tag)
fingerprint=$(fingerprint)
read_environment

run_step() {
  step=$1
  if dry; then
    printf '\n# --- %s ---\n' "$step"
    sed '/^# shellcheck/,$d' "$templates/scripts/steps/$step.sh"
  else
    say "$step"
  fi
  "step_${step//-/_}"
}

if dry; then
  cat <<TEXT
#!/usr/bin/env bash
# What './visavis deploy --environment $environment' does, from an empty subscription. Run it with bash, or line by line.
set -euo pipefail
cd $(quoted "$PWD")
mkdir -p -m 700 $(quoted "$folder" "$secrets")
trap 'rm -rf $(quoted "$secrets")/*' EXIT
TEXT
  begun=${from:+no}
  for step in ${only:-$steps}; do
    if [ "$step" = "$from" ]; then begun=""; fi
    [ -n "$begun" ] || run_step "$step"
  done
  exit 0
fi

(umask 077 && mkdir -p "$folder" "$secrets")
# Secrets of a run that was ended in the middle go first, those of this one last.
rm -rf "${secrets:?}"/*
trap 'rm -rf "${secrets:?}"/*' EXIT

if [ "$mode" = what-if ]; then
  step=what-if
  step_preflight
  show_differences
  exit 0
fi

# Steps that an unfinished run with the same templates and the same wishes has behind it.
wishes="$fingerprint $tag $regions"
if [ -n "$only" ]; then
  run_step "$only"
  exit 0
fi
if [ "$(head -n 1 "$state" 2>/dev/null)" != "$wishes" ] || [ -n "$from" ]; then printf '%s\n' "$wishes" >"$state"; fi
begun=${from:+no}
for step in $steps; do
  if [ "$step" = "$from" ]; then begun=""; fi
  # Who is signed in, and to what, may have changed meanwhile.
  if [ -n "$begun" ] || { [ "$step" != preflight ] && grep -qx "$step" "$state"; }; then continue; fi
  run_step "$step"
  printf '%s\n' "$step" >>"$state"
done
rm -f "$state"
