metadata name = 'FHIR service'
metadata description = 'Azure Health Data Services, for a clinic that wants its full records there. Private, under our key, read and written by identity.'

import { usRegion, tagSet, grant } from '../types.bicep'

@description('Required. Name of the workspace; letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Address of the key, without a version.')
param keyUri string

@description('Required. Identity that may use the key.')
param identityId string

@description('Optional. Who may read and write.')
param grants grant[] = []

@description('Required. Workspace that every access is logged to.')
param workspaceId string

resource health 'Microsoft.HealthcareApis/workspaces@2024-03-31' = {
  name: name
  location: location
  tags: tags
  properties: { publicNetworkAccess: 'Disabled' }
}

resource fhir 'Microsoft.HealthcareApis/workspaces/fhirservices@2024-03-31' = {
  parent: health
  name: 'records'
  location: location
  tags: tags
  kind: 'fhir-R4'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    authenticationConfiguration: {
      authority: '${environment().authentication.loginEndpoint}${tenant().tenantId}'
      audience: 'https://${name}-records.fhir.azurehealthcareapis.com'
      smartProxyEnabled: false
    }
    encryption: { customerManagedKeyEncryption: { keyEncryptionKeyUrl: keyUri } }
    publicNetworkAccess: 'Disabled'
    resourceVersionPolicyConfiguration: { default: 'versioned' }
  }
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in grants: {
    name: guid(fhir.id, entry.holder, entry.role)
    scope: fhir
    properties: {
      principalId: entry.principalId
      principalType: entry.?principalType ?? 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
    }
  }
]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: fhir
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the workspace, for its private endpoint.')
output id string = health.id
