metadata name = 'Workspace'
metadata description = 'Where everything is written down. Each table is kept for 2,556 days, seven years, because 2,191 may fall a day short of six; the tables of evidence are also copied, as they come, into storage that cannot be changed.'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Name of the workspace.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Optional. Whether it may be asked, and written to, from outside the private network.')
param reach 'Private' | 'Open' = 'Private'

@description('Optional. Days for which a table can be searched at once.')
@minValue(30)
@maxValue(730)
param searchableDays int = 180

@description('Optional. Tables; each is kept for as long as the law of documentation asks.')
param tables string[] = [
  'AuditLogs'
  'SigninLogs'
  'AADNonInteractiveUserSignInLogs'
  'AADServicePrincipalSignInLogs'
  'AADManagedIdentitySignInLogs'
  'AzureActivity'
  'AzureDiagnostics'
  'AZKVAuditLogs'
  'AZFWApplicationRule'
  'AZFWNetworkRule'
  'AZFWThreatIntel'
  'AZFWIdpsSignature'
  'AZMSOperationalLogs'
  'StorageBlobLogs'
  'PGSQLServerLogs'
  'ACSCallSummary'
  'ACSCallDiagnostics'
  'ACSRoomsIncomingOperations'
  'ACSSMSIncomingOperations'
  'ACSEmailStatusUpdateOperational'
  'ContainerRegistryLoginEvents'
  'ContainerRegistryRepositoryEvents'
  'ContainerLogV2'
  'KubeEvents'
  'KubePodInventory'
  'AppTraces'
  'AppRequests'
  'AppDependencies'
  'AppExceptions'
  'AppMetrics'
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: searchableDays
    publicNetworkAccessForIngestion: reach == 'Private' ? 'Disabled' : 'Enabled'
    publicNetworkAccessForQuery: reach == 'Private' ? 'Disabled' : 'Enabled'
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

@batchSize(5)
resource kept 'Microsoft.OperationalInsights/workspaces/tables@2026-03-01' = [
  for table in tables: {
    parent: workspace
    name: table
    properties: { plan: 'Analytics', retentionInDays: searchableDays, totalRetentionInDays: 2556 }
  }
]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-itself'
  scope: workspace
  properties: {
    workspaceId: workspace.id
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the workspace.')
output id string = workspace.id

@description('Name of the workspace.')
output name string = workspace.name
