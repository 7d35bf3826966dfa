metadata name = 'Private endpoint'
metadata description = 'An address in our network for one resource, and its name in the private zones.'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Name of the endpoint.')
param name string

@description('Required. Region of the subnet.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Subnet for private endpoints.')
param subnetId string

@description('Required. Resource that is to be reached.')
param targetId string

@description('Required. Which part of the resource, such as vault or blob.')
param part string

@description('Required. Zones that the address is written into.')
param zoneIds string[]

resource endpoint 'Microsoft.Network/privateEndpoints@2025-09-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    customNetworkInterfaceName: 'nic-${name}'
    privateLinkServiceConnections: [
      { name: name, properties: { privateLinkServiceId: targetId, groupIds: [part] } }
    ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        for (zone, index) in zoneIds: { name: 'zone-${index}', properties: { privateDnsZoneId: zone } }
      ]
    }
  }
}

@description('Resource id of the endpoint.')
output id string = endpoint.id
