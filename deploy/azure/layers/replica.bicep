metadata name = 'Tie between the regions'
metadata description = 'What the secondary region adds to the primary: a line between the networks, addresses for the replica, the vault and the archive in the primary\'s network, one name for whichever database writes, and each archive as the other region\'s second witness.'

targetScope = 'subscription'

import { usRegion, tagSet, roles } from '../types.bicep'

@description('Required. Name of the primary\'s things.')
param primaryName string

@description('Required. Region of the primary.')
param primaryLocation usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Name of the primary\'s database.')
param primaryDatabase string

@description('Required. This region\'s replica.')
param replica { id: string, name: string }

@description('Required. Name of the database\'s endpoint, unique in the world.')
param endpointName string

@description('Required. Resource group of this region\'s platform.')
param platformGroup string

@description('Required. This region\'s network.')
param network { id: string, name: string, group: string }

@description('Required. Vault of the primary, and of this region.')
param vaults { primaryName: string, id: string }

@description('Required. Archive of the primary, and of this region.')
param archives { primaryName: string, name: string, id: string }

@description('Required. Role that adds to a witness\' container of the audit log.')
param witnessRole string

@description('Required. The application of this region.')
param application { name: string, principalId: string }

var providers = '${subscription().id}/resourceGroups/rg-${primaryName}-network/providers'
var primaryNetworkId = '${providers}/Microsoft.Network/virtualNetworks/vnet-${primaryName}'

// The primary's application reaches the replica by a private address of its own, for the day it is promoted.
module address '../modules/private-endpoint.bicep' = {
  scope: resourceGroup('rg-${primaryName}-network')
  params: {
    name: 'pe-replica'
    location: primaryLocation
    tags: tags
    subnetId: '${primaryNetworkId}/subnets/endpoints'
    targetId: replica.id
    part: 'postgresqlServer'
    zoneIds: ['${providers}/Microsoft.Network/privateDnsZones/privatelink.postgres.database.azure.com']
  }
}

// The same for this region's vault: after a fail-back the primary opens what was sealed here meanwhile.
module vaultAddress '../modules/private-endpoint.bicep' = {
  scope: resourceGroup('rg-${primaryName}-network')
  params: {
    name: 'pe-second-vault'
    location: primaryLocation
    tags: tags
    subnetId: '${primaryNetworkId}/subnets/endpoints'
    targetId: vaults.id
    part: 'vault'
    zoneIds: ['${providers}/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net']
  }
}

// Patients' keys that the primary has sealed are opened here, by the copy of its vault that Azure keeps in the pair.
module opening '../modules/key-access.bicep' = {
  scope: resourceGroup('rg-${primaryName}-platform')
  params: {
    vaultName: vaults.primaryName
    keyName: 'patients'
    grants: [{ holder: application.name, principalId: application.principalId, role: roles.wrapAndUnwrapWithKey }]
  }
}

// The same for this region's archive, which is the second witness of what the primary signs.
module archiveAddress '../modules/private-endpoint.bicep' = {
  scope: resourceGroup('rg-${primaryName}-network')
  params: {
    name: 'pe-second-archive'
    location: primaryLocation
    tags: tags
    subnetId: '${primaryNetworkId}/subnets/endpoints'
    targetId: archives.id
    part: 'blob'
    zoneIds: ['${providers}/Microsoft.Network/privateDnsZones/privatelink.blob.${environment().suffixes.storage}']
  }
}

resource primaryApplication 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  scope: resourceGroup('rg-${primaryName}-platform')
  name: 'id-${primaryName}-application'
}

module witnessHere '../modules/container-access.bicep' = {
  scope: resourceGroup(platformGroup)
  params: {
    accountName: archives.name
    containerName: 'checkpoints'
    grants: [
      { holder: primaryApplication.name, principalId: primaryApplication.properties.principalId, role: witnessRole }
    ]
  }
}

module witnessThere '../modules/container-access.bicep' = {
  scope: resourceGroup('rg-${primaryName}-platform')
  params: {
    accountName: archives.primaryName
    containerName: 'checkpoints'
    grants: [{ holder: application.name, principalId: application.principalId, role: witnessRole }]
  }
}

module writer '../modules/database-endpoint.bicep' = {
  scope: resourceGroup('rg-${primaryName}-platform')
  params: { serverName: primaryDatabase, replicaName: replica.name, name: endpointName }
}

module toPrimary '../modules/peering.bicep' = {
  scope: resourceGroup(network.group)
  params: { name: 'to-primary', networkName: network.name, otherNetworkId: primaryNetworkId }
}

module fromPrimary '../modules/peering.bicep' = {
  scope: resourceGroup('rg-${primaryName}-network')
  params: { name: 'to-secondary', networkName: 'vnet-${primaryName}', otherNetworkId: network.id }
}

@description('Names under which the database that writes is found.')
output hosts string[] = writer.outputs.hosts
