metadata name = 'Flow log'
metadata description = 'Who spoke to whom in the network, kept in storage and analysed in the workspace. Belongs to the resource group NetworkWatcherRG, where Azure keeps its watchers.'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Name of the flow log.')
param name string

@description('Required. Region of the network.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Resource id of the network.')
param networkId string

@description('Required. Storage account in the same region.')
param storageId string

@description('Required. Workspace for the analysis.')
param workspaceId string

resource watcher 'Microsoft.Network/networkWatchers@2025-09-01' existing = {
  name: 'NetworkWatcher_${location}'
}

resource log 'Microsoft.Network/networkWatchers/flowLogs@2025-09-01' = {
  parent: watcher
  name: name
  location: location
  tags: tags
  properties: {
    enabled: true
    targetResourceId: networkId
    storageId: storageId
    retentionPolicy: { enabled: true, days: 365 }
    format: { type: 'JSON', version: 2 }
    flowAnalyticsConfiguration: {
      networkWatcherFlowAnalyticsConfiguration: {
        enabled: true
        workspaceResourceId: workspaceId
        trafficAnalyticsInterval: 10
      }
    }
  }
}
