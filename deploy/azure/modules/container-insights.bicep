metadata name = 'Container Insights'
metadata description = 'What is collected from the cluster: logs of pods, events, inventory and metrics. The agent comes as an extension of Azure Arc, once the cluster is connected (`connected`).'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Name of the cluster.')
param clusterName string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Workspace.')
param workspaceId string

@description('Required. Whether the cluster has been connected to Azure Arc.')
param connected bool

resource rule 'Microsoft.Insights/dataCollectionRules@2024-03-11' = {
  name: 'dcr-${clusterName}-containers'
  location: location
  tags: tags
  kind: 'Linux'
  properties: {
    dataSources: {
      extensions: [
        {
          name: 'containers'
          extensionName: 'ContainerInsights'
          // The group's name is newer than the list of streams that the type knows.
          streams: any(['Microsoft-ContainerInsights-Group-Default'])
          extensionSettings: {
            dataCollectionSettings: { interval: '1m', namespaceFilteringMode: 'Off', enableContainerLogV2: true }
          }
        }
      ]
    }
    destinations: { logAnalytics: [{ name: 'workspace', workspaceResourceId: workspaceId }] }
    dataFlows: [{ streams: any(['Microsoft-ContainerInsights-Group-Default']), destinations: ['workspace'] }]
  }
}

#disable-next-line BCP081 // the type is not in every checker's data
resource cluster 'Microsoft.Kubernetes/connectedClusters@2026-05-01' existing = {
  name: clusterName
}

resource association 'Microsoft.Insights/dataCollectionRuleAssociations@2024-03-11' = if (connected) {
  name: 'containers'
  scope: cluster
  properties: { dataCollectionRuleId: rule.id }
}

#disable-next-line BCP081 // the type is not in every checker's data
resource agent 'Microsoft.KubernetesConfiguration/extensions@2025-03-01' = if (connected) {
  name: 'azuremonitor-containers'
  scope: cluster
  identity: { type: 'SystemAssigned' }
  properties: {
    extensionType: 'Microsoft.AzureMonitor.Containers'
    autoUpgradeMinorVersion: true
    releaseTrain: 'Stable'
    scope: { cluster: { releaseNamespace: 'azuremonitor-containers' } }
    configurationSettings: {
      logAnalyticsWorkspaceResourceID: workspaceId
      'amalogs.useAADAuth': 'true'
    }
  }
}

#disable-next-line BCP081 // the type is not in every checker's data
resource defender 'Microsoft.KubernetesConfiguration/extensions@2025-03-01' = if (connected) {
  name: 'microsoft-azuredefender-kubernetes'
  scope: cluster
  identity: { type: 'SystemAssigned' }
  properties: {
    extensionType: 'Microsoft.AzureDefender.Kubernetes'
    autoUpgradeMinorVersion: true
    releaseTrain: 'Stable'
    scope: { cluster: { releaseNamespace: 'mdc' } }
    configurationSettings: { logAnalyticsWorkspaceResourceID: workspaceId }
  }
}
