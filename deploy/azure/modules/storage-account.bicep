metadata name = 'Storage account'
metadata description = 'Blobs under our key, reached by private address and identity only. With `keepDays` everything in it is written once and cannot be changed or deleted before its time.'

import { usRegion, tagSet, grant } from '../types.bicep'

@description('Required. Name of the account, unique in the world; letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Copies: three zones, or the paired region too.')
param redundancy 'Standard_ZRS' | 'Standard_RAGZRS'

@description('Required. Vault and identity that encrypt it.')
param key storageKey

@description('Required. Containers.')
param containers container[]

@description('Optional. Days for which everything in the account is kept unchanged. Decided at creation.')
@minValue(1)
@maxValue(146000)
param keepDays int?

@description('Optional. Locked can never be undone or shortened, by nobody, Microsoft included.')
param lock 'Unlocked' | 'Locked' = 'Unlocked'

@description('Optional. Who may read and write.')
param grants grant[] = []

@description('Required. Workspace that logs of every access go to.')
param workspaceId string

@description('A key for what is stored.')
type storageKey = {
  @description('Address of the vault.')
  vaultUri: string
  @description('Identity that may use its key `storage`.')
  identityId: string
}

@export()
@description('A container.')
type container = {
  @description('Name.')
  name: string
  @description('Days after which what lies in it is deleted; empty: never.')
  deleteAfterDays: int?
}

var mortal = filter(containers, c => c.?deleteAfterDays != null)

resource account 'Microsoft.Storage/storageAccounts@2026-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${key.identityId}': {} } }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' }
    encryption: {
      keySource: 'Microsoft.Keyvault'
      requireInfrastructureEncryption: true
      identity: { userAssignedIdentity: key.identityId }
      keyvaultproperties: { keyvaulturi: key.vaultUri, keyname: 'storage' }
      services: { blob: { enabled: true, keyType: 'Account' }, file: { enabled: true, keyType: 'Account' } }
    }
    immutableStorageWithVersioning: keepDays == null
      ? null
      : {
          enabled: true
          immutabilityPolicy: {
            immutabilityPeriodSinceCreationInDays: keepDays
            allowProtectedAppendWrites: true
            state: lock
          }
        }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: 30 }
      containerDeleteRetentionPolicy: { enabled: true, days: 30 }
    }

    resource folders 'containers' = [
      for entry in containers: { name: entry.name, properties: { publicAccess: 'None' } }
    ]
  }
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2026-04-01' = if (!empty(mortal)) {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        for entry in mortal: {
          name: 'delete-${entry.name}'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${entry.name}/'] }
            actions: {
              baseBlob: { delete: { daysAfterModificationGreaterThan: entry.deleteAfterDays! } }
              version: { delete: { daysAfterCreationGreaterThan: entry.deleteAfterDays! } }
            }
          }
        }
      ]
    }
  }
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in grants: {
    name: guid(account.id, entry.holder, entry.role)
    scope: account
    properties: {
      principalId: entry.principalId
      principalType: entry.?principalType ?? 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
    }
  }
]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account::blobs
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

@description('Resource id of the account.')
output id string = account.id

@description('Name of the account.')
output name string = account.name

@description('Address of its blobs; ends with a slash.')
output blobs string = account.properties.primaryEndpoints.blob
