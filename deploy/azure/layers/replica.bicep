metadata name = 'Tie between the regions'
metadata description = 'What the secondary region adds to the primary: a line between the networks, an address for the replica in the primary\'s network, and one name for whichever database writes.'

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

@description('Required. This region\'s network.')
param network { id: string, name: string, group: string }

@description('Required. Vault of the primary, and of this region.')
param vaults { primaryName: string, id: string }

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
