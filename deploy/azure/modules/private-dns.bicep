metadata name = 'Private DNS'
metadata description = 'The zones in which private endpoints are found, linked to the region\'s network.'

import { tagSet } from '../types.bicep'

@description('Required. Resource id of the network.')
param networkId string

@description('Required. Tags.')
param tags tagSet

var zoneNames = {
  vault: 'privatelink.vaultcore.azure.net'
  database: 'privatelink.postgres.database.azure.com'
  registry: 'privatelink${environment().suffixes.acrLoginServer}'
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  messages: 'privatelink.servicebus.windows.net'
  monitor: 'privatelink.monitor.azure.com'
  monitorIngestion: 'privatelink.ods.opinsights.azure.com'
  monitorQuery: 'privatelink.oms.opinsights.azure.com'
  monitorAgents: 'privatelink.agentsvc.azure-automation.net'
  health: 'privatelink.azurehealthcareapis.com'
  fhir: 'privatelink.fhir.azurehealthcareapis.com'
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in items(zoneNames): {
    name: zone.value
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, index) in items(zoneNames): {
    parent: zones[index]
    name: 'network'
    location: 'global'
    tags: tags
    properties: { registrationEnabled: false, virtualNetwork: { id: networkId } }
  }
]

@description('Resource ids of the zones, by what is found in them.')
output zones object = mapValues(zoneNames, name => resourceId('Microsoft.Network/privateDnsZones', name))
