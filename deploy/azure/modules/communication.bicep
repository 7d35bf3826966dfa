metadata name = 'Communication services'
metadata description = 'Calls, SMS and mail. Data stays in the United States; keys and connection strings do not work, only identities do. The service has no private endpoint and no key of ours: what it is told is kept to ids.'

import { tagSet } from '../types.bicep'

@description('Required. Name of the resource, unique in the world.')
param name string

@description('Required. Tags.')
param tags tagSet

@description('Optional. Domains that mail may be sent from.')
param mailDomainIds string[] = []

@description('Required. Workspace that logs and call records go to.')
param workspaceId string

resource service 'Microsoft.Communication/communicationServices@2026-03-18' = {
  name: name
  location: 'global'
  tags: tags
  // Writes recordings into our own storage.
  identity: { type: 'SystemAssigned' }
  properties: {
    dataLocation: 'United States'
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
    linkedDomains: mailDomainIds
  }
}

resource events 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'evgt-${name}'
  location: 'global'
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: { source: service.id, topicType: 'Microsoft.Communication.CommunicationServices' }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: service
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource eventDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: events
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the resource.')
output id string = service.id

@description('Host of the resource.')
output host string = service.properties.hostName
