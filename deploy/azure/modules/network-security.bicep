metadata name = 'Network security groups'
metadata description = 'Who may speak to whom inside the network. The cluster\'s group is ours (preconfigured), so that a second run of the template does not take away what the cluster put on its subnets.'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Name that the groups\' names begin with.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. The same /20 that the network is given.')
param addressPrefix string

@description('Required. Workspace that logs go to.')
param workspaceId string

var workers = cidrSubnet(addressPrefix, 23, 1)
var privateLink = cidrSubnet(addressPrefix, 26, 20)

var nobodyFromTheInternet = {
  name: 'nobody-from-the-internet'
  properties: {
    priority: 4000
    direction: 'Inbound'
    access: 'Deny'
    protocol: '*'
    sourceAddressPrefix: 'Internet'
    sourcePortRange: '*'
    destinationAddressPrefix: '*'
    destinationPortRange: '*'
  }
}

resource cluster 'Microsoft.Network/networkSecurityGroups@2025-09-01' = {
  name: 'nsg-${name}-cluster'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'edge-to-ingress'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: privateLink
          sourcePortRange: '*'
          destinationAddressPrefix: workers
          destinationPortRange: '443'
        }
      }
      nobodyFromTheInternet
    ]
  }
}

resource endpoints 'Microsoft.Network/networkSecurityGroups@2025-09-01' = {
  name: 'nsg-${name}-endpoints'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'workers-to-endpoints'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: workers
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

resource edge 'Microsoft.Network/networkSecurityGroups@2025-09-01' = {
  name: 'nsg-${name}-edge'
  location: location
  tags: tags
  properties: { securityRules: [nobodyFromTheInternet] }
}

resource clusterDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: cluster
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'allLogs', enabled: true }] }
}

resource endpointsDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: endpoints
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'allLogs', enabled: true }] }
}

resource edgeDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: edge
  properties: { workspaceId: workspaceId, logs: [{ categoryGroup: 'allLogs', enabled: true }] }
}

@description('Resource id of the group on the cluster\'s subnets.')
output clusterId string = cluster.id

@description('Name of the group on the cluster\'s subnets.')
output clusterName string = cluster.name

@description('Resource id of the group on the private endpoints.')
output endpointsId string = endpoints.id

@description('Resource id of the group on private link and operators.')
output edgeId string = edge.id
