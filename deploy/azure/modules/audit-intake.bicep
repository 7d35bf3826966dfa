metadata name = 'Audit intake'
metadata description = 'A table for the application\'s own audit trail, column for column, another for the cluster\'s audit log, a way into each for identities only, a saved question, and the copy of all evidence into unchangeable storage.'

import { usRegion, tagSet, grant } from '../types.bicep'

@description('Required. Name that the resources\' names begin with.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Name of the workspace.')
param workspaceName string

@description('Required. Storage account in the same region that keeps what it is given.')
param archiveId string

@description('Optional. Who may write the application\'s audit trail.')
param grants grant[] = []

@description('Optional. Who may write the cluster\'s audit log.')
param clusterGrants grant[] = []

// The columns of audit_event; a check compares them.
var columns = [
  { name: 'EventId', type: 'string' }
  { name: 'Actor', type: 'string' }
  { name: 'ActorRoles', type: 'string' }
  { name: 'Action', type: 'string' }
  { name: 'Outcome', type: 'string' }
  { name: 'Reason', type: 'string' }
  { name: 'PatientId', type: 'string' }
  { name: 'SubjectId', type: 'string' }
  { name: 'Address', type: 'string' }
  { name: 'Session', type: 'string' }
  { name: 'Instance', type: 'string' }
]

// What a cluster's collector says of an audit event (audit.k8s.io/v1), and the line of a node's.
var clusterColumns = [
  { name: 'auditID', type: 'string' }
  { name: 'stage', type: 'string' }
  { name: 'verb', type: 'string' }
  { name: 'requestURI', type: 'string' }
  { name: 'user', type: 'dynamic' }
  { name: 'impersonatedUser', type: 'dynamic' }
  { name: 'sourceIPs', type: 'dynamic' }
  { name: 'userAgent', type: 'string' }
  { name: 'objectRef', type: 'dynamic' }
  { name: 'responseStatus', type: 'dynamic' }
  { name: 'annotations', type: 'dynamic' }
  { name: 'log_source', type: 'string' }
  { name: 'hostname', type: 'string' }
  { name: 'message', type: 'string' }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = {
  name: workspaceName
}

resource table 'Microsoft.OperationalInsights/workspaces/tables@2026-03-01' = {
  parent: workspace
  name: 'VisavisAudit_CL'
  properties: {
    plan: 'Analytics'
    totalRetentionInDays: 2556
    schema: { name: 'VisavisAudit_CL', columns: concat([{ name: 'TimeGenerated', type: 'dateTime' }], columns) }
  }
}

resource door 'Microsoft.Insights/dataCollectionEndpoints@2024-03-11' = {
  name: 'dce-${name}'
  location: location
  tags: tags
  properties: { networkAcls: { publicNetworkAccess: 'Disabled' } }
}

resource rule 'Microsoft.Insights/dataCollectionRules@2024-03-11' = {
  name: 'dcr-${name}-audit'
  location: location
  tags: tags
  properties: {
    dataCollectionEndpointId: door.id
    streamDeclarations: {
      'Custom-VisavisAudit_CL': { columns: concat([{ name: 'TimeGenerated', type: 'datetime' }], columns) }
    }
    destinations: { logAnalytics: [{ name: 'workspace', workspaceResourceId: workspace.id }] }
    dataFlows: [
      {
        streams: any(['Custom-VisavisAudit_CL'])
        destinations: ['workspace']
        transformKql: 'source'
        outputStream: 'Custom-VisavisAudit_CL'
      }
    ]
  }
  dependsOn: [table]
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in grants: {
    name: guid(rule.id, entry.holder, entry.role)
    scope: rule
    properties: {
      principalId: entry.principalId
      principalType: entry.?principalType ?? 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
    }
  }
]

resource clusterTable 'Microsoft.OperationalInsights/workspaces/tables@2026-03-01' = {
  parent: workspace
  name: 'OpenShiftAudit_CL'
  properties: {
    plan: 'Analytics'
    totalRetentionInDays: 2556
    schema: { name: 'OpenShiftAudit_CL', columns: concat([{ name: 'TimeGenerated', type: 'dateTime' }], clusterColumns) }
  }
}

resource clusterRule 'Microsoft.Insights/dataCollectionRules@2024-03-11' = {
  name: 'dcr-${name}-cluster-audit'
  location: location
  tags: tags
  properties: {
    dataCollectionEndpointId: door.id
    streamDeclarations: {
      'Custom-OpenShiftAudit_CL': { columns: concat([{ name: 'TimeGenerated', type: 'datetime' }], clusterColumns) }
    }
    destinations: { logAnalytics: [{ name: 'workspace', workspaceResourceId: workspace.id }] }
    dataFlows: [
      {
        streams: any(['Custom-OpenShiftAudit_CL'])
        destinations: ['workspace']
        transformKql: 'source'
        outputStream: 'Custom-OpenShiftAudit_CL'
      }
    ]
  }
  dependsOn: [clusterTable]
}

resource clusterAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in clusterGrants: {
    name: guid(clusterRule.id, entry.holder, entry.role)
    scope: clusterRule
    properties: {
      principalId: entry.principalId
      principalType: entry.?principalType ?? 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
    }
  }
]

resource copy 'Microsoft.OperationalInsights/workspaces/dataExports@2026-03-01' = {
  parent: workspace
  name: 'evidence'
  properties: {
    enable: true
    destination: { resourceId: archiveId }
    tableNames: [
      'VisavisAudit_CL'
      'OpenShiftAudit_CL'
      'AuditLogs'
      'SigninLogs'
      'AzureActivity'
      'AZKVAuditLogs'
      'PGSQLServerLogs'
      'ACSCallSummary'
      'ContainerLogV2'
      'StorageBlobLogs'
    ]
  }
  dependsOn: [table, clusterTable]
}

resource question 'Microsoft.OperationalInsights/workspaces/savedSearches@2026-03-01' = {
  parent: workspace
  name: 'who-looked-at-patients-today'
  properties: {
    category: 'Visavis'
    displayName: 'Who looked at patients today'
    query: loadTextContent('../monitor/queries/who-looked-at-patients-today.kql')
    version: 2
  }
}

@description('Address that events are sent to.')
output address string = door.properties.logsIngestion.endpoint

@description('Immutable id of the rule that takes them in.')
output ruleId string = rule.properties.immutableId

@description('Immutable id of the rule that takes in the cluster\'s audit log.')
output clusterRuleId string = clusterRule.properties.immutableId

@description('Resource id of the endpoint, for the private link scope.')
output endpointId string = door.id
