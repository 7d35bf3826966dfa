metadata name = 'Mail'
metadata description = 'A domain that appointment mail is sent from. It names no patient and is not watched for opening or clicking.'

import { tagSet } from '../types.bicep'

@description('Required. Name of the resource.')
param name string

@description('Required. Tags.')
param tags tagSet

@description('Required. Our domain; its records for verification are read from the portal or `az communication email domain show`.')
param domain string

@description('Required. Workspace that logs go to.')
param workspaceId string

resource service 'Microsoft.Communication/emailServices@2026-03-18' = {
  name: name
  location: 'global'
  tags: tags
  properties: { dataLocation: 'United States' }
}

resource sender 'Microsoft.Communication/emailServices/domains@2026-03-18' = {
  parent: service
  name: domain
  location: 'global'
  tags: tags
  properties: { domainManagement: 'CustomerManaged', userEngagementTracking: 'Disabled' }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: service
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'allLogs', enabled: true }] }
}

@description('Resource id of the domain.')
output domainId string = sender.id
