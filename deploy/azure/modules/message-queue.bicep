metadata name = 'Message queue'
metadata description = 'The queue that Event Grid fills and the application empties from inside, so that no address of ours has to be open for the vendor\'s news. No keys.'

import { usRegion, tagSet, grant } from '../types.bicep'

@description('Required. Name of the namespace, unique in the world.')
@minLength(6)
@maxLength(50)
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Optional. Premium has a private endpoint and our key; Standard is for the pilot.')
param tier 'Premium' | 'Standard' = 'Premium'

@description('Optional. Vault, key and identity; needed for Premium.')
param key messageKey?

@description('Optional. Who may send to or receive from the queue.')
param grants grant[] = []

@description('Required. Workspace that logs go to.')
param workspaceId string

@description('A key for the messages at rest.')
type messageKey = {
  @description('Address of the vault.')
  vaultUri: string
  @description('Name of the key.')
  name: string
  @description('Identity that may use it.')
  identityId: string
}

resource namespace 'Microsoft.ServiceBus/namespaces@2026-01-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: tier, tier: tier, capacity: tier == 'Premium' ? 1 : null }
  identity: key == null ? { type: 'None' } : { type: 'UserAssigned', userAssignedIdentities: { '${key!.identityId}': {} } }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: tier == 'Premium' ? 'Disabled' : 'Enabled'
    encryption: key == null
      ? null
      : {
          keySource: 'Microsoft.KeyVault'
          requireInfrastructureEncryption: true
          keyVaultProperties: [
            { keyVaultUri: key!.vaultUri, keyName: key!.name, identity: { userAssignedIdentity: key!.identityId } }
          ]
        }
  }

  resource trustedServices 'networkRuleSets' = if (tier == 'Premium') {
    name: 'default'
    properties: { defaultAction: 'Deny', publicNetworkAccess: 'Disabled', trustedServiceAccessEnabled: true }
  }
}

resource queue 'Microsoft.ServiceBus/namespaces/queues@2026-01-01' = {
  parent: namespace
  name: 'acs-events'
  properties: {
    lockDuration: 'PT1M'
    maxDeliveryCount: 10
    defaultMessageTimeToLive: 'P7D'
    deadLetteringOnMessageExpiration: true
    requiresDuplicateDetection: false
  }
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in grants: {
    name: guid(queue.id, entry.holder, entry.role)
    scope: queue
    properties: {
      principalId: entry.principalId
      principalType: entry.?principalType ?? 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
    }
  }
]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: namespace
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the namespace.')
output id string = namespace.id

@description('Resource id of the queue.')
output queueId string = queue.id

@description('Address of the namespace.')
output address string = 'https://${namespace.name}.servicebus.windows.net'

@description('Name of the queue.')
output queueName string = queue.name
