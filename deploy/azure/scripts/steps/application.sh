# The application: the environment's overlay, with what Azure has made of the names in it.
# shellcheck shell=bash

step_application() {
  local region
  find_registry
  for region in $regions; do apply_overlay "$region"; done
}

# The overlay is completed by one beside it that this writes; kustomize takes only relative paths, so it lies in this folder.
apply_overlay() {
  local region=$1 overlay=.visavis/deploy/$environment-$1 name kubeconfig
  kubeconfig=$(kubeconfig_of "$region")
  reach_cluster "$region"
  find_route_host "$region"
  for name in application migration images backup; do
    ask "client_${name}_$region" az identity show --name "id-$(of name "$region")-$name" --resource-group "$(platform_group "$region")" --query clientId --output tsv
  done
  change mkdir -p "$overlay"
  ask "deployed_$region" az deployment sub list --query "[?starts_with(name, 'visavis-$environment-$region-') && properties.provisioningState=='Succeeded'] | max_by(@, &properties.timestamp).name" --output tsv
  secretly "$overlay/application.env" az deployment sub show --name "$(of deployed "$region")" --query properties.outputs.applicationSettings.value --output tsv
  write "$overlay/kustomization.yaml" <<YAML
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - ../../../deploy/openshift/overlays/$(overlay_of "$region")
YAML
  apply "$kubeconfig" --kustomize "$overlay"
  ask "rolled_out_$region" oc --kubeconfig "$kubeconfig" wait deployment --all --namespace telehealth --for condition=Available --timeout 15m --output name
}

overlay_of() { if [ "$1" = primary ]; then printf '%s' "$environment"; else printf secondary; fi; }
