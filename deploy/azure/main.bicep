metadata name = 'Visavis on Azure'
metadata description = 'One region of one environment: network, keys, identities, cluster, data, observation; the primary region also makes what exists once. Run it a second time with `ingress` when the cluster is there: only then can the edge be led to it. See README.md.'

targetScope = 'subscription'

import { usRegion, environmentName, regionRole, tagSet, sizing, peopleSet, pipelineSet, ingress as ingressSettings, origin, roles } from 'types.bicep'
import { clusterSettings, jumpHostSettings } from 'layers/cluster.bicep'
import { hospitalLine } from 'layers/network.bicep'
import { target } from 'layers/endpoints.bicep'

@description('Required. Environment.')
param environmentIs environmentName

@description('Required. Whether this run makes the primary or the secondary region.')
param role regionRole

@description('Required. The primary region.')
param primaryLocation usRegion

@description('Optional. The second region: the one Azure pairs with the first, since database backups go nowhere else. Without it there is none.')
param secondaryLocation usRegion?

@description('Required. A /20 for this region\'s network.')
param addressPrefix string

@description('Required. Who answers for it and who pays.')
param ownership { owner: string, costCenter: string }

@description('Required. Groups and the mail address of alerts.')
param people peopleSet

@description('Required. Sizes of this region.')
param size sizing

@description('Required. Domain prefix, version and the service\'s object id.')
param cluster clusterSettings

@description('Optional. Red Hat\'s pull secret; read from the environment variable VISAVIS_PULL_SECRET, never from a file.')
@secure()
param pullSecret string?

@description('Required. Host that people type, and domain that mail is sent from.')
param names { host: string, mailDomain: string }

@description('Required. Amount for a month, and the first day of the month in which it begins.')
param budget { amount: int, from: string }

@description('Optional. Second stage: the cluster\'s ingress.')
param ingress ingressSettings?

@description('Optional. Second stage, primary only: the other region, once its Private Link Service is there.')
param otherOrigin origin?

@description('Optional. What may be added or turned on later.')
param options {
  @description('A second communication service that calls fall back to.')
  secondCommunication: bool
  @description('Records of the mail domain are verified.')
  mailDomainVerified: bool
  @description('How operators reach the bastion.')
  bastion: 'Private' | 'Standard'
  @description('Azure Health Data Services.')
  fhir: bool
  @description('The archive can never be shortened. Irreversible.')
  archiveLock: 'Unlocked' | 'Locked'
  @description('The cluster has been connected to Azure Arc.')
  clusterConnected: bool
} = {
  secondCommunication: false
  mailDomainVerified: false
  bastion: 'Private'
  fhir: false
  archiveLock: 'Unlocked'
  clusterConnected: false
}

@description('Optional. Days that recordings are kept; the law of the state decides, and minors\' records often stay longer.')
@minValue(1)
param recordingDays int = 2556

@description('Optional. The operators\' machine.')
param jumpHost jumpHostSettings?

@description('Optional. Pipelines that publish images and ask what would change; the primary region only.')
param pipelines pipelineSet?

@description('Optional. Line to a hospital.')
param hospital hospitalLine?

@description('Optional. Key that both ends of that line share; read from the environment variable VISAVIS_HOSPITAL_KEY.')
@secure()
param hospitalKey string?

var code = { centralus: 'cus', eastus: 'eus', eastus2: 'eus2', southcentralus: 'scus', westus2: 'wus2', westus3: 'wus3' }
var isPrimary = role == 'primary'
var location = isPrimary ? primaryLocation : secondaryLocation ?? fail('A secondary region needs secondaryLocation.')
var name = 'visavis-${environmentIs}-${code[location]}'
var primaryName = 'visavis-${environmentIs}-${code[primaryLocation]}'
var secondName = 'visavis-${environmentIs}-${code[secondaryLocation ?? primaryLocation]}'
var sharedName = 'visavis-${environmentIs}'
var unique = take(uniqueString(subscription().id, sharedName), 6)
var shortName = 'vv${environmentIs}${code[location]}${unique}'
var vaultName = 'kv-vv-${environmentIs}-${code[location]}-${unique}'
var primaryVaultName = 'kv-vv-${environmentIs}-${code[primaryLocation]}-${unique}'
var secondVaultName = 'kv-vv-${environmentIs}-${code[secondaryLocation ?? primaryLocation]}-${unique}'
var primaryArchiveName = 'vv${environmentIs}${code[primaryLocation]}${unique}archive'
var secondArchiveName = 'vv${environmentIs}${code[secondaryLocation ?? primaryLocation]}${unique}archive'
var registryName = 'cr${replace(sharedName, '-', '')}${unique}'
var communicationNames = options.secondCommunication
  ? ['acs-${sharedName}-${unique}', 'acs-${sharedName}-second-${unique}']
  : ['acs-${sharedName}-${unique}']
// What the secondary must know of the primary follows from its name.
var primaryPlatform = '${subscription().id}/resourceGroups/rg-${primaryName}-platform/providers'
var primaryDatabase = 'psql-${primaryName}-${uniqueString(subscription().id, primaryName)}'
var primaryDatabaseId = '${primaryPlatform}/Microsoft.DBforPostgreSQL/flexibleServers/${primaryDatabase}'
var registryId = '${subscription().id}/resourceGroups/rg-${sharedName}-shared/providers/Microsoft.ContainerRegistry/registries/${registryName}'
var pipelined = isPrimary && pipelines != null
var geoBackup = isPrimary && secondaryLocation != null && size.database.geoBackup

var tags tagSet = {
  workload: 'visavis'
  environment: environmentIs
  owner: ownership.owner
  costCenter: ownership.costCenter
  dataClass: 'phi'
}

resource networkGroup 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${name}-network'
  location: location
  tags: tags
}

resource platformGroup 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${name}-platform'
  location: location
  tags: tags
}

resource sharedGroup 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${sharedName}-shared'
  location: primaryLocation
  tags: tags
}

resource secondGroup 'Microsoft.Resources/resourceGroups@2025-04-01' = if (geoBackup) {
  name: 'rg-${secondName}-platform'
  location: secondaryLocation ?? primaryLocation
  tags: tags
}

module workspace 'modules/workspace.bicep' = {
  scope: platformGroup
  params: { name: 'log-${name}', location: location, tags: tags }
}

module network 'layers/network.bicep' = {
  scope: networkGroup
  params: {
    name: name
    location: location
    tags: tags
    addressPrefix: addressPrefix
    size: size
    communicationHosts: map(communicationNames, service => '${service}.unitedstates.communication.azure.com')
    bastion: options.bastion
    hospital: hospital
    hospitalKey: hospitalKey
    workspaceId: workspace.outputs.id
  }
}

module identities 'modules/identities.bicep' = {
  scope: platformGroup
  params: { name: name, location: location, tags: tags }
}

module auditRoles 'modules/audit-roles.bicep' = {
  params: { name: sharedName }
}

module pipeline 'modules/pipelines.bicep' = if (pipelined) {
  scope: platformGroup
  params: { name: name, location: location, tags: tags, pipelines: pipelines! }
}

module vault 'modules/key-vault.bicep' = {
  scope: platformGroup
  params: {
    name: vaultName
    location: location
    tags: tags
    patientKeyUsers: [
      {
        holder: identities.outputs.application.name
        principalId: identities.outputs.application.principalId
        role: roles.wrapAndUnwrapWithKey
      }
    ]
    signers: pipelined
      ? [{ holder: pipeline!.outputs.delivery.name, principalId: pipeline!.outputs.delivery.principalId, role: roles.signWithKey }]
      : []
    checkpointSigners: [
      {
        holder: identities.outputs.application.name
        principalId: identities.outputs.application.principalId
        role: auditRoles.outputs.signer
      }
    ]
    // Keys of both regions are watched in one place, so that both runs write the same setting.
    workspaceId: isPrimary
      ? workspace.outputs.id
      : '${primaryPlatform}/Microsoft.OperationalInsights/workspaces/log-${primaryName}'
  }
}

// Database backups in the paired region need a key there before there is anything else. After a fail-back this region
// opens what was sealed there meanwhile.
module secondVault 'modules/key-vault.bicep' = if (geoBackup) {
  scope: secondGroup
  params: {
    name: secondVaultName
    location: secondaryLocation ?? primaryLocation
    tags: tags
    patientKeyUsers: [
      {
        holder: identities.outputs.application.name
        principalId: identities.outputs.application.principalId
        role: roles.wrapAndUnwrapWithKey
      }
    ]
    workspaceId: workspace.outputs.id
  }
}

module shared 'layers/shared.bicep' = if (isPrimary) {
  scope: sharedGroup
  params: {
    name: sharedName
    tags: tags
    communicationNames: communicationNames
    hostName: names.host
    mailDomain: names.mailDomain
    mailDomainVerified: options.mailDomainVerified
    origins: ingress == null
      ? []
      : concat(
          [
            {
              name: location
              routeHost: ingress!.routeHost
              privateLinkServiceId: edgeDoor!.outputs.id
              location: location
              priority: 1
            }
          ],
          otherOrigin == null ? [] : [otherOrigin!]
        )
    workspaceId: workspace.outputs.id
  }
}

module registry 'modules/registry.bicep' = if (isPrimary) {
  scope: sharedGroup
  params: {
    name: registryName
    location: primaryLocation
    tags: tags
    keyUri: '${vault.outputs.uri}keys/registry'
    identityId: vault.outputs.encryptionIdentityId
    copyTo: secondaryLocation
    workspaceId: workspace.outputs.id
  }
}

module registryAccess 'modules/registry-access.bicep' = {
  scope: sharedGroup
  params: {
    name: registryName
    grants: [
      { holder: identities.outputs.images.name, principalId: identities.outputs.images.principalId, role: roles.pullImages }
    ]
  }
  dependsOn: [registry]
}

module registryDelivery 'modules/registry-access.bicep' = if (pipelined) {
  scope: sharedGroup
  params: {
    name: registryName
    grants: [
      { holder: pipeline!.outputs.delivery.name, principalId: pipeline!.outputs.delivery.principalId, role: roles.pushImages }
    ]
  }
  dependsOn: [registry]
}

module communicationAccess 'modules/communication-access.bicep' = [
  for service in communicationNames: {
    scope: sharedGroup
    params: {
      name: service
      grants: [
        {
          holder: identities.outputs.application.name
          principalId: identities.outputs.application.principalId
          role: roles.useCommunicationServices
        }
      ]
    }
    dependsOn: [shared]
  }
]

module data 'layers/data.bicep' = {
  scope: platformGroup
  params: {
    name: name
    shortName: shortName
    location: location
    tags: tags
    size: size
    key: { vaultUri: vault.outputs.uri, identityId: vault.outputs.encryptionIdentityId }
    geoKey: geoBackup
      ? { vaultUri: secondVault!.outputs.uri, identityId: secondVault!.outputs.encryptionIdentityId }
      : null
    sourceDatabaseId: isPrimary
      ? null
      : primaryDatabaseId
    administrators: [
      { name: 'visavis-database-administrators', objectId: people.databaseAdministrators, kind: 'Group' }
      {
        name: identities.outputs.migration.name
        objectId: identities.outputs.migration.principalId
        kind: 'ServicePrincipal'
      }
    ]
    users: {
      application: { name: identities.outputs.application.name, principalId: identities.outputs.application.principalId }
      backup: { name: identities.outputs.backup.name, principalId: identities.outputs.backup.principalId }
      communication: [
        for (service, index) in communicationNames: {
          name: service
          principalId: communicationAccess[index].outputs.servicePrincipalId
        }
      ]
      topics: [
        for (service, index) in communicationNames: {
          name: 'evgt-${service}'
          principalId: communicationAccess[index].outputs.topicPrincipalId
        }
      ]
    }
    witnessRole: auditRoles.outputs.witness
    archiveLock: options.archiveLock
    recordingDays: recordingDays
    workspaceId: workspace.outputs.id
  }
}

module events 'modules/events-to-queue.bicep' = [
  for service in communicationNames: {
    scope: sharedGroup
    params: {
      topicName: 'evgt-${service}'
      name: 'to-${code[location]}'
      queueId: data.outputs.queue.queueId
      deadLetterStorageId: data.outputs.storage.content
    }
    dependsOn: [shared]
  }
]

module fhir 'modules/fhir.bicep' = if (options.fhir && isPrimary) {
  scope: platformGroup
  params: {
    name: 'vv${environmentIs}${unique}'
    location: location
    tags: tags
    keyUri: '${vault.outputs.uri}keys/storage'
    identityId: vault.outputs.encryptionIdentityId
    grants: [
      {
        holder: identities.outputs.application.name
        principalId: identities.outputs.application.principalId
        role: roles.readAndWriteFhir
      }
    ]
    workspaceId: workspace.outputs.id
  }
}

module openshift 'layers/cluster.bicep' = {
  scope: platformGroup
  params: {
    name: name
    location: location
    tags: tags
    size: size
    settings: cluster
    key: { vaultUri: vault.outputs.uri, identityId: vault.outputs.encryptionIdentityId }
    network: {
      group: networkGroup.name
      network: network.outputs.networkName
      routeTable: network.outputs.routeTableName
      securityGroup: network.outputs.clusterSecurityGroupName
    }
    subnets: network.outputs.subnets
    identityNames: {
      application: identities.outputs.application.name
      migration: identities.outputs.migration.name
      images: identities.outputs.images.name
      backup: identities.outputs.backup.name
      logs: identities.outputs.logs.name
    }
    pullSecret: pullSecret
    jumpHost: jumpHost
  }
}

var zones = network.outputs.zones
var fhirTargets target[] = options.fhir && isPrimary
  ? [{ name: 'fhir', id: fhir!.outputs.id, part: 'healthcareworkspace', zones: [zones.health, zones.fhir] }]
  : []
var primaryTargets target[] = isPrimary
  ? []
  : [
      { name: 'primary-database', id: primaryDatabaseId, part: 'postgresqlServer', zones: [zones.database] }
      { name: 'primary-vault', id: '${primaryPlatform}/Microsoft.KeyVault/vaults/${primaryVaultName}', part: 'vault', zones: [zones.vault] }
      { name: 'primary-archive', id: '${primaryPlatform}/Microsoft.Storage/storageAccounts/${primaryArchiveName}', part: 'blob', zones: [zones.blob] }
    ]

module endpoints 'layers/endpoints.bicep' = {
  scope: networkGroup
  params: {
    location: location
    tags: tags
    subnetId: network.outputs.subnets.endpoints
    targets: concat(
      [
        { name: 'vault', id: vault.outputs.id, part: 'vault', zones: [zones.vault] }
        { name: 'database', id: data.outputs.database.id, part: 'postgresqlServer', zones: [zones.database] }
        { name: 'queue', id: data.outputs.queue.id, part: 'namespace', zones: [zones.messages] }
        { name: 'archive', id: data.outputs.storage.archive, part: 'blob', zones: [zones.blob] }
        { name: 'content', id: data.outputs.storage.content, part: 'blob', zones: [zones.blob] }
        { name: 'velero', id: data.outputs.storage.backup, part: 'blob', zones: [zones.blob] }
        { name: 'flows', id: data.outputs.storage.flows, part: 'blob', zones: [zones.blob] }
        { name: 'registry', id: registryId, part: 'registry', zones: [zones.registry] }
        {
          name: 'monitor'
          id: observation.outputs.privateScopeId
          part: 'azuremonitor'
          zones: [zones.monitor, zones.monitorIngestion, zones.monitorQuery, zones.monitorAgents, zones.blob]
        }
      ],
      fhirTargets,
      primaryTargets
    )
  }
  dependsOn: [registry]
}

module tie 'layers/replica.bicep' = if (!isPrimary) {
  params: {
    primaryName: primaryName
    primaryLocation: primaryLocation
    tags: tags
    primaryDatabase: primaryDatabase
    replica: { id: data.outputs.database.id, name: data.outputs.database.name }
    endpointName: 'visavis-${environmentIs}-${unique}'
    platformGroup: platformGroup.name
    network: { id: network.outputs.networkId, name: network.outputs.networkName, group: networkGroup.name }
    vaults: { primaryName: primaryVaultName, id: vault.outputs.id }
    archives: { primaryName: primaryArchiveName, name: secondArchiveName, id: data.outputs.storage.archive }
    witnessRole: auditRoles.outputs.witness
    application: { name: identities.outputs.application.name, principalId: identities.outputs.application.principalId }
  }
}

module flowLog 'modules/flow-log.bicep' = {
  scope: resourceGroup('NetworkWatcherRG')
  params: {
    name: 'flow-${name}'
    location: location
    tags: tags
    networkId: network.outputs.networkId
    storageId: data.outputs.storage.flows
    workspaceId: workspace.outputs.id
  }
}

module observation 'layers/observation.bicep' = {
  scope: platformGroup
  params: {
    name: name
    location: location
    tags: tags
    workspace: { id: workspace.outputs.id, name: workspace.outputs.name }
    archiveId: data.outputs.storage.archive
    application: { name: identities.outputs.application.name, principalId: identities.outputs.application.principalId }
    logs: { name: identities.outputs.logs.name, principalId: identities.outputs.logs.principalId }
    mail: people.alertMail
    clusterName: openshift.outputs.name
    clusterConnected: options.clusterConnected
    watched: {
      databaseId: data.outputs.database.id
      queueId: data.outputs.queue.id
      vaultId: vault.outputs.id
      edgeId: isPrimary ? shared!.outputs.edgeId : null
      replica: !isPrimary
    }
  }
}

module activityLog 'modules/activity-log.bicep' = {
  params: { name: 'to-${name}', workspaceId: workspace.outputs.id }
}

module governance 'layers/governance.bicep' = if (isPrimary) {
  params: {
    name: sharedName
    location: primaryLocation
    allowedLocations: union([primaryLocation], secondaryLocation == null ? [] : [secondaryLocation!])
    allowedPublicAddresses: union(
      ['pip-afw-${primaryName}', 'pip-bas-${primaryName}', 'pip-vgw-${primaryName}'],
      ['pip-afw-${secondName}', 'pip-bas-${secondName}', 'pip-vgw-${secondName}']
    )
    people: people
    asking: pipelined ? { name: pipeline!.outputs.whatIf.name, principalId: pipeline!.outputs.whatIf.principalId } : null
    budget: budget
  }
}

// Second stage.
module edgeDoor 'modules/private-link-service.bicep' = if (ingress != null) {
  scope: networkGroup
  params: {
    name: 'pls-${name}'
    location: location
    tags: tags
    subnetId: network.outputs.subnets.privateLink
    frontendId: ingress!.frontendId
  }
}

module lockPlatform 'modules/lock.bicep' = {
  scope: platformGroup
  dependsOn: [data, observation]
}

module lockShared 'modules/lock.bicep' = if (isPrimary) {
  scope: sharedGroup
  dependsOn: [shared, registry]
}

// The edge is made by the primary region's run.
resource edge 'Microsoft.Cdn/profiles@2025-12-01' existing = if (!isPrimary) {
  scope: sharedGroup
  name: 'afd-${sharedName}'
}

// Settings of the application.
var application = {
  AZURE_CLIENT_ID: identities.outputs.application.clientId
  AZURE_TENANT_ID: tenant().tenantId
  SPRING_DATASOURCE_URL: 'jdbc:postgresql://${data.outputs.database.host}:5432/visavis?sslmode=verify-full'
  VISAVIS_AZURE_ACS_ENDPOINT: 'https://${communicationNames[0]}.unitedstates.communication.azure.com'
  VISAVIS_AZURE_ACS_SECONDENDPOINT: options.secondCommunication
    ? 'https://${communicationNames[1]}.unitedstates.communication.azure.com'
    : ''
  VISAVIS_AZURE_ACS_NEWS_CALLAUDIENCE: communicationAccess[0].outputs.immutableId
  VISAVIS_AZURE_AUDIT_CONTAINER: data.outputs.checkpoints
  // The other region's archive: the secondary finds the primary's, the primary learns in the second stage that there is one.
  VISAVIS_AZURE_AUDIT_SECONDCONTAINER: isPrimary && otherOrigin == null
    ? ''
    : 'https://${isPrimary ? secondArchiveName : primaryArchiveName}.blob.${environment().suffixes.storage}/checkpoints'
  VISAVIS_AZURE_FRONTDOOR_ID: isPrimary ? shared!.outputs.frontDoorId : edge!.properties.frontDoorId
  VISAVIS_AZURE_KEYVAULT_ENDPOINT: vault.outputs.uri
  VISAVIS_AZURE_KEYVAULT_OTHERS: isPrimary
    ? (geoBackup ? secondVault!.outputs.uri : '')
    : 'https://${primaryVaultName}${environment().suffixes.keyvaultDns}/'
  VISAVIS_AZURE_KEYVAULT_SIGNINGKEY: 'checkpoints'
  VISAVIS_AZURE_SERVICEBUS_NAMESPACE: data.outputs.queue.address
  VISAVIS_AZURE_SERVICEBUS_QUEUE: 'acs-events'
}

@description('Name of the cluster, for `az aro`.')
output clusterName string = openshift.outputs.name

@description('Resource group of the cluster.')
output clusterGroup string = platformGroup.name

@description('Address of the private API.')
output apiUrl string = openshift.outputs.apiUrl

@description('Second stage: the door that the edge\'s request is approved at, and that the other region\'s run names in `otherOrigin`.')
output privateLinkServiceId string = ingress == null ? '' : edgeDoor!.outputs.id

@description('Records that the public name needs.')
output publicNames { cname: string, validation: string, frontDoorId: string } = isPrimary
  ? {
      cname: shared!.outputs.edgeHost
      validation: shared!.outputs.domainValidation
      frontDoorId: shared!.outputs.frontDoorId
    }
  : { cname: '', validation: '', frontDoorId: '' }

@description('Settings of the application in this region; none of them is a secret.')
output application object = application

@description('The same, each as NAME=value.')
output applicationSettings string[] = [for setting in items(application): '${setting.key}=${setting.value}']

@description('Where the cluster\'s audit log goes: address, and immutable id of the rule.')
output clusterAudit { address: string, ruleId: string } = observation.outputs.clusterAudit
