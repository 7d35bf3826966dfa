metadata name = 'Peering'
metadata description = 'One direction of the line between the two regions\' networks.'

@description('Required. Name of the network that the peering begins in.')
param networkName string

@description('Required. Resource id of the other network.')
param otherNetworkId string

@description('Required. Name of the peering.')
param name string

resource network 'Microsoft.Network/virtualNetworks@2025-09-01' existing = {
  name: networkName
}

resource peering 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-09-01' = {
  parent: network
  name: name
  properties: {
    remoteVirtualNetwork: { id: otherNetworkId }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
    allowGatewayTransit: false
    useRemoteGateways: false
  }
}
