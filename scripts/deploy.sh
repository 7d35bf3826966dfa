# shellcheck shell=bash

deploy_help() { deploy/azure/scripts/deploy.sh --help; }

# It reads paths from where the person stands.
deploy_run() {
  local here=$PWD
  cd "$called_from" || exit
  exec "$here/deploy/azure/scripts/deploy.sh" "$@"
}
