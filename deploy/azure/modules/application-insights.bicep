metadata name = 'Application Insights'
metadata description = 'Traces and metrics of the application, taken from its identity only, kept in the workspace. No address of a person is kept.'

import { usRegion, tagSet, grant } from '../types.bicep'

@description('Required. Name.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Workspace.')
param workspaceId string

@description('Optional. Whether it may be asked, and written to, from outside the private network.')
param reach 'Private' | 'Open' = 'Private'

@description('Optional. Who may write.')
param grants grant[] = []

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspaceId
    IngestionMode: 'LogAnalytics'
    DisableIpMasking: false
    DisableLocalAuth: true
    publicNetworkAccessForIngestion: reach == 'Private' ? 'Disabled' : 'Enabled'
    publicNetworkAccessForQuery: reach == 'Private' ? 'Disabled' : 'Enabled'
  }
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in grants: {
    name: guid(insights.id, entry.holder, entry.role)
    scope: insights
    properties: {
      principalId: entry.principalId
      principalType: entry.?principalType ?? 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
    }
  }
]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: insights
  properties: { workspaceId: workspaceId, metrics: [{ category: 'AllMetrics', enabled: true }] }
}

@description('Resource id.')
output id string = insights.id

@description('Name.')
output name string = insights.name
