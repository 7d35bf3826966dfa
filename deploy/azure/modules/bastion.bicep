metadata name = 'Bastion'
metadata description = 'The way to the operators\' machine. Private: it has no public address and is reached over the hospital\'s own line. Standard: it has one, the only other one beside the firewall\'s.'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Name of the bastion.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Name of the virtual network that has a subnet AzureBastionSubnet.')
param networkName string

@description('Optional. Whether it can be reached without a line of one\'s own.')
param reach 'Private' | 'Standard' = 'Private'

@description('Required. Workspace that logs go to.')
param workspaceId string

resource network 'Microsoft.Network/virtualNetworks@2025-09-01' existing = {
  name: networkName

  resource subnet 'subnets' existing = { name: 'AzureBastionSubnet' }
}

resource address 'Microsoft.Network/publicIPAddresses@2025-09-01' = if (reach == 'Standard') {
  name: 'pip-${name}'
  location: location
  tags: tags
  zones: ['1', '2', '3']
  sku: { name: 'Standard', tier: 'Regional' }
  properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' }
}

resource bastion 'Microsoft.Network/bastionHosts@2025-09-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: reach == 'Private' ? 'Premium' : 'Standard' }
  properties: {
    enablePrivateOnlyBastion: reach == 'Private'
    enableSessionRecording: false
    enableTunneling: true
    enableShareableLink: false
    disableCopyPaste: true
    ipConfigurations: [
      {
        name: 'bastion'
        properties: {
          subnet: { id: network::subnet.id }
          publicIPAddress: reach == 'Standard' ? { id: address!.id } : null
        }
      }
    ]
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: bastion
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource addressDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (reach == 'Standard') {
  name: 'to-workspace'
  scope: address
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the bastion.')
output id string = bastion.id
