metadata name = 'Database'
metadata description = 'PostgreSQL: private, sign-in by Microsoft Entra ID only, under our key, with a standby in another zone, backups in the paired region and every change of structure, right and row on record. With a source it is the replica of another region\'s server.'

import { usRegion, tagSet, databaseSizing } from '../types.bicep'

@description('Required. Name of the server, unique in the world.')
@minLength(3)
@maxLength(63)
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Sizes.')
param size databaseSizing

@description('Required. Address of the key, without a version. Cannot be added later.')
param keyUri string

@description('Required. Identity that may use the key.')
param identityId string

@description('Optional. Key and identity in the paired region, for the backups there.')
param geo geoKey?

@description('Optional. Server that this one is a replica of.')
param sourceId string?

@description('Required. Who administers it. A group of people, and the identity of the job that changes tables.')
param administrators administrator[]

@description('Required. Workspace that logs go to.')
param workspaceId string

@description('A key in the paired region.')
type geoKey = {
  @description('Address of the key, without a version.')
  keyUri: string
  @description('Identity that may use it.')
  identityId: string
}

@export()
@description('An administrator of the database.')
type administrator = {
  @description('Name, as it becomes a role of the database.')
  name: string
  @description('Object id.')
  objectId: string
  @description('A group of people or an identity.')
  kind: 'Group' | 'ServicePrincipal'
}

// btree_gist keeps two appointments from taking one time.
var settings = [
  { name: 'azure.extensions', value: 'btree_gist,pgaudit' }
  { name: 'shared_preload_libraries', value: 'pgaudit,pg_stat_statements' }
  { name: 'pgaudit.log', value: 'ddl,role,write' }
  { name: 'pgaudit.log_parameter', value: 'off' }
  { name: 'log_connections', value: 'on' }
  { name: 'log_disconnections', value: 'on' }
  { name: 'log_parameter_max_length', value: '0' }
  { name: 'log_parameter_max_length_on_error', value: '0' }
  { name: 'require_secure_transport', value: 'on' }
  { name: 'ssl_min_protocol_version', value: 'TLSv1.2' }
]

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: size.sku, tier: size.tier }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: union({ '${identityId}': {} }, geo == null ? {} : { '${geo!.identityId}': {} })
  }
  properties: {
    createMode: sourceId == null ? 'Create' : 'Replica'
    sourceServerResourceId: sourceId
    version: '18'
    storage: { storageSizeGB: size.storageGB, autoGrow: 'Enabled' }
    network: { publicNetworkAccess: 'Disabled' }
    authConfig: { activeDirectoryAuth: 'Enabled', passwordAuth: 'Disabled', tenantId: tenant().tenantId }
    dataEncryption: {
      type: 'AzureKeyVault'
      primaryKeyURI: keyUri
      primaryUserAssignedIdentityId: identityId
      geoBackupKeyURI: geo.?keyUri
      geoBackupUserAssignedIdentityId: geo.?identityId
    }
    highAvailability: { mode: size.zoneRedundant && sourceId == null ? 'ZoneRedundant' : 'Disabled' }
    backup: {
      backupRetentionDays: size.backupDays
      geoRedundantBackup: geo != null && size.geoBackup ? 'Enabled' : 'Disabled'
    }
    maintenanceWindow: { customWindow: 'Enabled', dayOfWeek: 0, startHour: 8, startMinute: 0 }
  }
}

@batchSize(1)
resource owners 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2025-08-01' = [
  for entry in administrators: if (sourceId == null) {
    parent: server
    name: entry.objectId
    properties: { principalName: entry.name, principalType: entry.kind, tenantId: tenant().tenantId }
  }
]

@batchSize(1)
resource configuration 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2025-08-01' = [
  for setting in settings: {
    parent: server
    name: setting.name
    properties: { value: setting.value, source: 'user-override' }
    dependsOn: [owners]
  }
]

resource visavis 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2025-08-01' = if (sourceId == null) {
  parent: server
  name: 'visavis'
  properties: { charset: 'UTF8', collation: 'en_US.utf8' }
  dependsOn: [configuration]
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: server
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the server.')
output id string = server.id

@description('Name of the server.')
output name string = server.name

@description('Host of the server.')
output host string = server.properties.fullyQualifiedDomainName
