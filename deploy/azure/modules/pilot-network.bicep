metadata name = 'Pilot network'
metadata description = 'A small network for the pilot: one subnet for the application, one for private endpoints. No firewall: the pilot holds no real patients.'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Name of the virtual network.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. A /22 of its own.')
param addressPrefix string

@description('Required. Workspace that logs go to.')
param workspaceId string

var applicationPrefix = cidrSubnet(addressPrefix, 24, 0)

resource security 'Microsoft.Network/networkSecurityGroups@2025-09-01' = {
  name: 'nsg-${name}-endpoints'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'application-to-endpoints'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: applicationPrefix
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRanges: ['443', '5432']
        }
      }
      {
        name: 'nobody-else'
        properties: {
          priority: 4000
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2025-09-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressPrefix] }
    subnets: [
      {
        name: 'application'
        properties: {
          addressPrefix: applicationPrefix
          delegations: [{ name: 'apps', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 24, 1)
          defaultOutboundAccess: false
          networkSecurityGroup: { id: security.id }
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }

  resource application 'subnets' existing = { name: 'application' }
  resource endpoints 'subnets' existing = { name: 'endpoints' }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: network
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'allLogs', enabled: true }] }
}

resource securityDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: security
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'allLogs', enabled: true }] }
}

@description('Resource id of the network.')
output id string = network.id

@description('Resource id of the application\'s subnet.')
output applicationSubnetId string = network::application.id

@description('Resource id of the private endpoints\' subnet.')
output endpointsSubnetId string = network::endpoints.id
