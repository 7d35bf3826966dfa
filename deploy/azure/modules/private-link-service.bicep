metadata name = 'Private Link Service'
metadata description = 'Second stage: the door in the private network that only the edge may knock at. Its frontend is the cluster\'s internal load balancer, so it can be made only when the cluster exists. Nothing is approved by itself: the owner approves Front Door\'s request once.'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Name of the service.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Subnet for the service\'s own addresses; its policies for private link services are off.')
param subnetId string

@description('Required. Frontend of the cluster\'s internal load balancer, in the cluster\'s own resource group.')
param frontendId string

resource service 'Microsoft.Network/privateLinkServices@2025-09-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    enableProxyProtocol: false
    loadBalancerFrontendIpConfigurations: [{ id: frontendId }]
    ipConfigurations: [
      for index in range(0, 2): {
        name: 'nat-${index}'
        properties: {
          primary: index == 0
          privateIPAllocationMethod: 'Dynamic'
          privateIPAddressVersion: 'IPv4'
          subnet: { id: subnetId }
        }
      }
    ]
    // Visible by role only: whoever makes the origin has rights on this service. Front Door then asks from a
    // subscription of Microsoft's, which is why no list here could approve it.
    autoApproval: { subscriptions: [] }
  }
}

resource keep 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
  scope: service
  properties: { level: 'CanNotDelete', notes: 'The edge reaches the cluster through this.' }
}

@description('Resource id of the service.')
output id string = service.id
