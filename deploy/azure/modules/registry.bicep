metadata name = 'Registry'
metadata description = 'Where our images lie: private, without a user name and password, under our key, copied to the second region, pulled and pushed by identity.'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Name of the registry, unique in the world; letters and digits.')
@minLength(5)
@maxLength(50)
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Address of the key, without a version.')
param keyUri string

@description('Required. Resource id of the identity that may use the key.')
param identityId string

@description('Optional. Region that images are copied to.')
param copyTo usRegion?

@description('Required. Workspace that logs go to.')
param workspaceId string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: last(split(identityId, '/'))
  scope: resourceGroup(split(identityId, '/')[4])
}

resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: 'Premium' }
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    adminUserEnabled: false
    anonymousPullEnabled: false
    dataEndpointEnabled: true
    publicNetworkAccess: 'Disabled'
    networkRuleBypassOptions: 'AzureServices'
    zoneRedundancy: 'Enabled'
    encryption: {
      status: 'enabled'
      keyVaultProperties: { keyIdentifier: keyUri, identity: identity.properties.clientId }
    }
    policies: {
      exportPolicy: { status: 'disabled' }
      retentionPolicy: { status: 'enabled', days: 30 }
      azureADAuthenticationAsArmPolicy: { status: 'disabled' }
    }
  }
}

resource copy 'Microsoft.ContainerRegistry/registries/replications@2025-11-01' = if (copyTo != null) {
  parent: registry
  name: copyTo ?? location
  location: copyTo ?? location
  tags: tags
  properties: { zoneRedundancy: 'Enabled', regionEndpointEnabled: true }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: registry
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the registry.')
output id string = registry.id

@description('Host that images are pulled from.')
output host string = registry.properties.loginServer
