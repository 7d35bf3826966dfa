metadata name = 'Gateway'
metadata description = 'A private line (IPsec) to a hospital\'s own systems. Only the addresses that are named may come; ExpressRoute takes its place where the hospital has one.'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Name of the gateway.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Name of the virtual network that has a subnet GatewaySubnet.')
param networkName string

@description('Required. Public address of the hospital\'s device.')
param hospitalAddress string

@description('Required. Address ranges of the hospital that are reached through it; nothing else is routed.')
@minLength(1)
param hospitalPrefixes string[]

@description('Required. Key that both ends share, from the vault.')
@secure()
@minLength(32)
param sharedKey string

@description('Required. Workspace that logs go to.')
param workspaceId string

resource network 'Microsoft.Network/virtualNetworks@2025-09-01' existing = {
  name: networkName

  resource subnet 'subnets' existing = { name: 'GatewaySubnet' }
}

resource address 'Microsoft.Network/publicIPAddresses@2025-09-01' = {
  name: 'pip-${name}'
  location: location
  tags: tags
  zones: ['1', '2', '3']
  sku: { name: 'Standard', tier: 'Regional' }
  properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' }
}

#disable-next-line BCP081 // the type is not in every checker's data
resource gateway 'Microsoft.Network/virtualNetworkGateways@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    gatewayType: 'Vpn'
    vpnType: 'RouteBased'
    sku: { name: 'VpnGw2AZ', tier: 'VpnGw2AZ' }
    ipConfigurations: [
      {
        name: 'default'
        properties: { subnet: { id: network::subnet.id }, publicIPAddress: { id: address.id } }
      }
    ]
  }
}

#disable-next-line BCP081 // the type is not in every checker's data
resource hospital 'Microsoft.Network/localNetworkGateways@2025-05-01' = {
  name: 'lng-${name}'
  location: location
  tags: tags
  properties: {
    gatewayIpAddress: hospitalAddress
    localNetworkAddressSpace: { addressPrefixes: hospitalPrefixes }
  }
}

#disable-next-line BCP081 // the type is not in every checker's data
resource line 'Microsoft.Network/connections@2025-05-01' = {
  name: 'cn-${name}'
  location: location
  tags: tags
  properties: {
    connectionType: 'IPsec'
    connectionProtocol: 'IKEv2'
    virtualNetworkGateway1: { id: gateway.id, properties: {} }
    localNetworkGateway2: { id: hospital.id, properties: {} }
    sharedKey: sharedKey
    ipsecPolicies: [
      {
        saLifeTimeSeconds: 27000
        saDataSizeKilobytes: 102400000
        ipsecEncryption: 'GCMAES256'
        ipsecIntegrity: 'GCMAES256'
        ikeEncryption: 'AES256'
        ikeIntegrity: 'SHA384'
        dhGroup: 'ECP384'
        pfsGroup: 'ECP384'
      }
    ]
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: address
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}
