metadata name = 'Observation of a region'
metadata description = 'What the application says of itself, what Azure measures, who is told, and the security centre.'

import { usRegion, tagSet, roles } from '../types.bicep'
import { limit } from '../modules/platform-alerts.bicep'

@description('Required. Name that everything\'s name begins with.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Workspace.')
param workspace { id: string, name: string }

@description('Required. Storage account that keeps what it is given.')
param archiveId string

@description('Required. The application, which writes traces and audit events.')
param application { name: string, principalId: string }

@description('Required. The cluster\'s collector, which writes its audit log.')
param logs { name: string, principalId: string }

@description('Required. What is measured.')
param watched {
  @description('Database.')
  databaseId: string
  @description('Namespace of the queue.')
  queueId: string
  @description('Vault.')
  vaultId: string
  @description('Edge; the primary region only.')
  edgeId: string?
  @description('Whether the database is a replica.')
  replica: bool
}

@description('Required. Mail address that is told.')
param mail string

@description('Required. Cluster whose containers are watched.')
param clusterName string

@description('Required. Whether the cluster has been connected to Azure Arc.')
param clusterConnected bool

var database = 'Microsoft.DBforPostgreSQL/flexibleServers'
var limits limit[] = [
  {
    name: 'database-is-down'
    resourceId: watched.databaseId
    namespace: database
    metric: 'is_db_alive'
    aggregation: 'Minimum'
    wrongWhen: 'LessThan'
    value: 1
    severity: 0
    meaning: 'The database does not answer.'
  }
  {
    name: 'database-fills-up'
    resourceId: watched.databaseId
    namespace: database
    metric: 'storage_percent'
    aggregation: 'Maximum'
    wrongWhen: 'GreaterThan'
    value: 85
    severity: 2
    meaning: 'The disk of the database is nearly full.'
  }
  {
    name: 'news-put-aside'
    resourceId: watched.queueId
    namespace: 'Microsoft.ServiceBus/namespaces'
    metric: 'DeadletteredMessages'
    aggregation: 'Maximum'
    wrongWhen: 'GreaterThan'
    value: 0
    severity: 2
    meaning: 'News of the communication service could not be read ten times over.'
  }
  {
    name: 'vault-does-not-answer'
    resourceId: watched.vaultId
    namespace: 'Microsoft.KeyVault/vaults'
    metric: 'Availability'
    aggregation: 'Average'
    wrongWhen: 'LessThan'
    value: 100
    severity: 1
    meaning: 'The key vault fails requests.'
  }
]
var replicaLimits limit[] = [
  {
    name: 'replica-lags'
    resourceId: watched.databaseId
    namespace: database
    metric: 'physical_replication_delay_in_seconds'
    aggregation: 'Maximum'
    wrongWhen: 'GreaterThan'
    value: 240
    severity: 1
    meaning: 'Losing the first region now would lose more than four minutes.'
  }
]
var edgeLimits limit[] = [
  {
    name: 'edge-cannot-reach-us'
    resourceId: watched.?edgeId ?? ''
    namespace: 'Microsoft.Cdn/profiles'
    metric: 'OriginHealthPercentage'
    aggregation: 'Average'
    wrongWhen: 'LessThan'
    value: 50
    severity: 0
    meaning: 'The probes that Front Door makes of our regions fail.'
  }
]

module insights '../modules/application-insights.bicep' = {
  params: {
    name: 'appi-${name}'
    location: location
    tags: tags
    workspaceId: workspace.id
    grants: [{ holder: application.name, principalId: application.principalId, role: roles.publishMetrics }]
  }
}

module audit '../modules/audit-intake.bicep' = {
  params: {
    name: name
    location: location
    tags: tags
    workspaceName: workspace.name
    archiveId: archiveId
    grants: [{ holder: application.name, principalId: application.principalId, role: roles.publishMetrics }]
    clusterGrants: [{ holder: logs.name, principalId: logs.principalId, role: roles.publishMetrics }]
  }
}

module private '../modules/private-monitoring.bicep' = {
  params: {
    name: 'ampls-${name}'
    tags: tags
    memberIds: [workspace.id, insights.outputs.id, audit.outputs.endpointId]
  }
}

module containers '../modules/container-insights.bicep' = {
  params: {
    clusterName: clusterName
    location: location
    tags: tags
    workspaceId: workspace.id
    connected: clusterConnected
  }
}

module alerts '../modules/alerts.bicep' = {
  params: { name: name, location: location, tags: tags, workspaceId: workspace.id, mail: mail }
}

module platform '../modules/platform-alerts.bicep' = {
  params: { name: name, tags: tags, peopleId: alerts.outputs.peopleId, limits: concat(limits, watched.replica ? replicaLimits : [], watched.?edgeId == null ? [] : edgeLimits) }
}

module activity '../modules/activity-alerts.bicep' = {
  params: { name: name, tags: tags, peopleId: alerts.outputs.peopleId }
}

module page '../modules/workbook.bicep' = {
  params: { location: location, tags: tags, workspaceId: workspace.id }
}

module security '../modules/sentinel.bicep' = {
  params: { workspaceName: workspace.name }
  // A rule is taken only if the table that it asks is there.
  dependsOn: [audit]
}

@description('Resource id of the private link scope.')
output privateScopeId string = private.outputs.id

@description('Where the application sends its audit events, and by which rule.')
output audit { address: string, ruleId: string } = {
  address: audit.outputs.address
  ruleId: audit.outputs.ruleId
}

@description('Group of people that is told.')
output peopleId string = alerts.outputs.peopleId

@description('Where the cluster\'s audit log goes: address, and immutable id of the rule.')
output clusterAudit { address: string, ruleId: string } = {
  address: audit.outputs.address
  ruleId: audit.outputs.clusterRuleId
}
