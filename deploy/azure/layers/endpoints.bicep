metadata name = 'Private endpoints of a region'
metadata description = 'One address in the region\'s network for each service that its cluster uses, and for each service of the other region that it may have to use.'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Subnet for private endpoints.')
param subnetId string

@description('Required. What is to be reached.')
param targets target[]

@export()
@description('A service behind a private address.')
type target = {
  @description('Short name.')
  name: string
  @description('Resource id.')
  id: string
  @description('Which part of it.')
  part: string
  @description('Zones that its name is written into.')
  zones: string[]
}

module endpoints '../modules/private-endpoint.bicep' = [
  for target in targets: {
    params: {
      name: 'pe-${target.name}'
      location: location
      tags: tags
      subnetId: subnetId
      targetId: target.id
      part: target.part
      zoneIds: target.zones
    }
  }
]
