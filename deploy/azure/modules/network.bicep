metadata name = 'Network'
metadata description = 'One virtual network for a region: subnets for control plane, workers, private link, private endpoints, operators, firewall, bastion and gateway. Every packet that leaves goes through the firewall.'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Name of the virtual network.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. A /20 of its own, such as 10.20.0.0/20; regions that are peered must not overlap.')
param addressPrefix string

@description('Required. Network security group of the cluster\'s two subnets.')
param clusterSecurityGroupId string

@description('Required. Network security group of the private endpoints.')
param endpointsSecurityGroupId string

@description('Required. Network security group of the Private Link Service\'s addresses and of the operators\' machine.')
param edgeSecurityGroupId string

@description('Required. Workspace that logs go to.')
param workspaceId string

var firewallPrefix = cidrSubnet(addressPrefix, 26, 24)
// Azure keeps the first four addresses of a subnet; the firewall gets the fifth.
var firewallAddress = cidrHost(firewallPrefix, 3)

resource routes 'Microsoft.Network/routeTables@2025-09-01' = {
  name: 'rt-${name}'
  location: location
  tags: tags
  properties: {
    disableBgpRoutePropagation: false
    routes: [
      {
        name: 'everything-through-the-firewall'
        properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: firewallAddress }
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
        name: 'control-plane'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 24, 0)
          defaultOutboundAccess: false
          routeTable: { id: routes.id }
          networkSecurityGroup: { id: clusterSecurityGroupId }
          privateLinkServiceNetworkPolicies: 'Disabled'
        }
      }
      {
        name: 'workers'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 23, 1)
          defaultOutboundAccess: false
          routeTable: { id: routes.id }
          networkSecurityGroup: { id: clusterSecurityGroupId }
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 24, 4)
          defaultOutboundAccess: false
          networkSecurityGroup: { id: endpointsSecurityGroupId }
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
      {
        name: 'private-link'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 26, 20)
          defaultOutboundAccess: false
          networkSecurityGroup: { id: edgeSecurityGroupId }
          privateLinkServiceNetworkPolicies: 'Disabled'
        }
      }
      {
        name: 'operators'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 26, 21)
          defaultOutboundAccess: false
          routeTable: { id: routes.id }
          networkSecurityGroup: { id: edgeSecurityGroupId }
        }
      }
      { name: 'AzureFirewallSubnet', properties: { addressPrefix: firewallPrefix } }
      { name: 'AzureBastionSubnet', properties: { addressPrefix: cidrSubnet(addressPrefix, 26, 25) } }
      { name: 'GatewaySubnet', properties: { addressPrefix: cidrSubnet(addressPrefix, 26, 26) } }
    ]
  }

  resource controlPlane 'subnets' existing = { name: 'control-plane' }
  resource workers 'subnets' existing = { name: 'workers' }
  resource endpoints 'subnets' existing = { name: 'endpoints' }
  resource privateLink 'subnets' existing = { name: 'private-link' }
  resource operators 'subnets' existing = { name: 'operators' }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: network
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Resource id of the network.')
output id string = network.id

@description('Name of the network.')
output name string = network.name

@description('Name of the route table.')
output routeTableName string = routes.name

@description('Resource ids of the subnets.')
output subnets object = {
  controlPlane: network::controlPlane.id
  workers: network::workers.id
  endpoints: network::endpoints.id
  privateLink: network::privateLink.id
  operators: network::operators.id
}

@description('Address of the firewall.')
output firewallAddress string = firewallAddress
