metadata name = 'Key vault'
metadata description = 'Keys that are born in a hardware module and never leave it, one for each purpose, rotated by the vault. Reached by private address only; access by role; what is deleted can be brought back for 90 days and cannot be purged before.'

import { usRegion, tagSet, grant, roles } from '../types.bicep'

@description('Required. Name of the vault, unique in the world.')
@minLength(3)
@maxLength(24)
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Optional. Who may use the key `patients`, which seals the patients\' own keys.')
param patientKeyUsers grant[] = []

@description('Optional. Who signs images with the key `signing`, which is made with the first of them.')
param signers grant[] = []

@description('Optional. Who signs checkpoints of the audit log with the key `checkpoints`, which is made with the first of them.')
param checkpointSigners grant[] = []

@description('Required. Workspace that every use of a key is logged to.')
param workspaceId string

@description('Optional. Purposes; each has a key of its own.')
param purposes string[] = ['database', 'storage', 'disks', 'registry', 'messages', 'patients']

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'premium' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' }
  }
}

resource keys 'Microsoft.KeyVault/vaults/keys@2026-02-01' = [
  for purpose in purposes: {
    parent: vault
    name: purpose
    tags: tags
    properties: {
      kty: 'RSA-HSM'
      keySize: 3072
      keyOps: ['wrapKey', 'unwrapKey']
      attributes: { enabled: true, exportable: false }
      rotationPolicy: {
        attributes: { expiryTime: 'P2Y' }
        lifetimeActions: [
          { trigger: { timeAfterCreate: 'P1Y' }, action: { type: 'rotate' } }
          { trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'notify' } }
        ]
      }
    }
  }
]

// Not rotated by itself: clusters hold its public half and take no image that another one has signed.
resource signing 'Microsoft.KeyVault/vaults/keys@2026-02-01' = if (!empty(signers)) {
  parent: vault
  name: 'signing'
  tags: tags
  properties: {
    kty: 'EC-HSM'
    curveName: 'P-256'
    keyOps: ['sign', 'verify']
    attributes: { enabled: true, exportable: false }
  }
}

resource maySign 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in signers: {
    name: guid(vault.id, 'signing', entry.holder, entry.role)
    scope: signing
    properties: {
      principalId: entry.principalId
      principalType: entry.?principalType ?? 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
    }
  }
]

// Not rotated by itself: whoever has kept its fingerprint compares the patient's file with it.
resource checkpoints 'Microsoft.KeyVault/vaults/keys@2026-02-01' = if (!empty(checkpointSigners)) {
  parent: vault
  name: 'checkpoints'
  tags: tags
  properties: {
    kty: 'EC-HSM'
    curveName: 'P-256'
    keyOps: ['sign', 'verify']
    attributes: { enabled: true, exportable: false }
  }
}

resource maySignCheckpoints 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in checkpointSigners: {
    name: guid(vault.id, 'checkpoints', entry.holder, entry.role)
    scope: checkpoints
    properties: {
      principalId: entry.principalId
      principalType: entry.?principalType ?? 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
    }
  }
]

resource encryption 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${name}-encryption'
  location: location
  tags: tags
}

resource mayEncrypt 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, encryption.name, roles.wrapAndUnwrapWithKey)
  scope: vault
  properties: {
    principalId: encryption.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.wrapAndUnwrapWithKey)
  }
}

resource patientKey 'Microsoft.KeyVault/vaults/keys@2026-02-01' existing = {
  parent: vault
  name: 'patients'
}

resource mayOpenPatients 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in patientKeyUsers: {
    name: guid(vault.id, 'patients', entry.holder, entry.role)
    scope: patientKey
    properties: {
      principalId: entry.principalId
      principalType: entry.?principalType ?? 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
    }
    dependsOn: [keys]
  }
]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the vault.')
output id string = vault.id

@description('Name of the vault.')
output name string = vault.name

@description('Address of the vault.')
output uri string = vault.properties.vaultUri

@description('Resource id of the identity that encrypts for the services of this region.')
output encryptionIdentityId string = encryption.id
