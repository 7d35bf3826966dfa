metadata name = 'Visavis pilot on Azure'
metadata description = 'The real thing without a cluster, for an afternoon: Container Apps, PostgreSQL, key vault, communication services and identities as in production, small, in one region, for made-up patients only. What is missing beside the whole is said in README.md.'

targetScope = 'subscription'

import { usRegion, tagSet, peopleSet, roles } from 'types.bicep'

@description('Required. Region.')
param location usRegion

@description('Optional. A /22 for the network.')
param addressPrefix string = '10.60.0.0/22'

@description('Required. Who answers for it and who pays.')
param ownership { owner: string, costCenter: string }

@description('Required. Groups and the mail address of the budget.')
param people peopleSet

@description('Optional. Image in the pilot\'s registry, such as visavis:0.1.0; empty in the first run.')
param image string = ''

@description('Required. Amount for a month, and the first day of the month in which it begins.')
param budget { amount: int, from: string }

@description('Optional. Settings of the application beyond those that follow from the resources: sign-in above all. No secret.')
param moreSettings { name: string, value: string }[] = []

var name = 'visavis-pilot'
var unique = take(uniqueString(subscription().id, name, location), 6)
var communicationName = 'acs-${name}-${unique}'

var tags tagSet = {
  workload: 'visavis'
  environment: 'pilot'
  owner: ownership.owner
  costCenter: ownership.costCenter
  dataClass: 'internal'
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${name}'
  location: location
  tags: tags
}

module workspace 'modules/workspace.bicep' = {
  scope: group
  params: { name: 'log-${name}-${unique}', location: location, tags: tags, reach: 'Open', searchableDays: 30, tables: ['AZKVAuditLogs'] }
}

module network 'modules/pilot-network.bicep' = {
  scope: group
  params: {
    name: 'vnet-${name}'
    location: location
    tags: tags
    addressPrefix: addressPrefix
    workspaceId: workspace.outputs.id
  }
}

module names 'modules/private-dns.bicep' = {
  scope: group
  params: { networkId: network.outputs.id, tags: tags }
}

module identities 'modules/identities.bicep' = {
  scope: group
  params: { name: name, location: location, tags: tags }
}

module auditRoles 'modules/audit-roles.bicep' = {
  params: { name: name }
}

module vault 'modules/key-vault.bicep' = {
  scope: group
  params: {
    name: 'kv-vv-pilot-${unique}'
    location: location
    tags: tags
    purposes: ['database', 'patients']
    patientKeyUsers: [
      {
        holder: identities.outputs.application.name
        principalId: identities.outputs.application.principalId
        role: roles.wrapAndUnwrapWithKey
      }
    ]
    checkpointSigners: [
      {
        holder: identities.outputs.application.name
        principalId: identities.outputs.application.principalId
        role: auditRoles.outputs.signer
      }
    ]
    workspaceId: workspace.outputs.id
  }
}

module database 'modules/database.bicep' = {
  scope: group
  params: {
    name: 'psql-${name}-${unique}'
    location: location
    tags: tags
    size: {
      sku: 'Standard_B1ms'
      tier: 'Burstable'
      storageGB: 32
      zoneRedundant: false
      geoBackup: false
      backupDays: 7
    }
    keyUri: '${vault.outputs.uri}keys/database'
    identityId: vault.outputs.encryptionIdentityId
    administrators: [
      { name: 'visavis-database-administrators', objectId: people.databaseAdministrators, kind: 'Group' }
      {
        name: identities.outputs.migration.name
        objectId: identities.outputs.migration.principalId
        kind: 'ServicePrincipal'
      }
    ]
    workspaceId: workspace.outputs.id
  }
}

module communication 'modules/communication.bicep' = {
  scope: group
  params: { name: communicationName, tags: tags, workspaceId: workspace.outputs.id }
}

module communicationAccess 'modules/communication-access.bicep' = {
  scope: group
  params: {
    name: communicationName
    grants: [
      {
        holder: identities.outputs.application.name
        principalId: identities.outputs.application.principalId
        role: roles.useCommunicationServices
      }
    ]
  }
  dependsOn: [communication]
}

module queue 'modules/message-queue.bicep' = {
  scope: group
  params: {
    name: 'sb-${name}-${unique}'
    location: location
    tags: tags
    tier: 'Standard'
    grants: [
      {
        holder: identities.outputs.application.name
        principalId: identities.outputs.application.principalId
        role: roles.receiveMessages
      }
      {
        holder: 'evgt-${communicationName}'
        principalId: communicationAccess.outputs.topicPrincipalId
        role: roles.sendMessages
      }
    ]
    workspaceId: workspace.outputs.id
  }
}

module events 'modules/events-to-queue.bicep' = {
  scope: group
  params: { topicName: 'evgt-${communicationName}', name: 'to-pilot', queueId: queue.outputs.queueId }
  dependsOn: [communication]
}

module registry 'modules/pilot-registry.bicep' = {
  scope: group
  params: {
    name: 'crvisavispilot${unique}'
    location: location
    tags: tags
    grants: [
      {
        holder: identities.outputs.application.name
        principalId: identities.outputs.application.principalId
        role: roles.pullImages
      }
    ]
    workspaceId: workspace.outputs.id
  }
}

module endpointOfVault 'modules/private-endpoint.bicep' = {
  scope: group
  params: {
    name: 'pe-vault'
    location: location
    tags: tags
    subnetId: network.outputs.endpointsSubnetId
    targetId: vault.outputs.id
    part: 'vault'
    zoneIds: [names.outputs.zones.vault]
  }
}

module endpointOfDatabase 'modules/private-endpoint.bicep' = {
  scope: group
  params: {
    name: 'pe-database'
    location: location
    tags: tags
    subnetId: network.outputs.endpointsSubnetId
    targetId: database.outputs.id
    part: 'postgresqlServer'
    zoneIds: [names.outputs.zones.database]
  }
}

module application 'modules/container-app.bicep' = {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    subnetId: network.outputs.applicationSubnetId
    registryHost: registry.outputs.host
    image: empty(image) ? '' : '${registry.outputs.host}/${image}'
    identityId: identities.outputs.application.id
    migration: {
      id: identities.outputs.migration.id
      clientId: identities.outputs.migration.clientId
      name: identities.outputs.migration.name
    }
    settings: concat(
      [
        { name: 'AZURE_CLIENT_ID', value: identities.outputs.application.clientId }
        { name: 'SPRING_DATASOURCE_URL', value: 'jdbc:postgresql://${database.outputs.host}:5432/visavis?sslmode=verify-full' }
        { name: 'SPRING_DATASOURCE_USERNAME', value: identities.outputs.application.name }
        { name: 'VISAVIS_AUDIT_LOG_EVERY', value: '5s' }
        { name: 'VISAVIS_AZURE_ACS_ENDPOINT', value: 'https://${communication.outputs.host}' }
        { name: 'VISAVIS_AZURE_KEYVAULT_ENDPOINT', value: vault.outputs.uri }
        { name: 'VISAVIS_AZURE_KEYVAULT_SIGNINGKEY', value: 'checkpoints' }
        { name: 'SPRING_FLYWAY_ENABLED', value: 'false' }
        { name: 'SERVER_FORWARDHEADERSSTRATEGY', value: 'native' }
        { name: 'VISAVIS_AZURE_POSTGRES_APPLICATIONS', value: identities.outputs.application.name }
        { name: 'VISAVIS_AZURE_POSTGRES_MIGRATIONS', value: identities.outputs.migration.name }
        { name: 'VISAVIS_AZURE_POSTGRES_SIGNIN', value: 'entra' }
        { name: 'VISAVIS_AZURE_SERVICEBUS_NAMESPACE', value: queue.outputs.address }
        { name: 'VISAVIS_AZURE_SERVICEBUS_QUEUE', value: queue.outputs.queueName }
      ],
      moreSettings
    )
    workspaceId: workspace.outputs.id
  }
}

module spending 'modules/budget.bicep' = {
  params: { name: 'budget-${name}', amount: budget.amount, from: budget.from, mail: people.alertMail }
}

@description('Host that the pilot answers on, once there is an image.')
output host string = application.outputs.host

@description('Host that its image is pushed to.')
output registryHost string = registry.outputs.host
