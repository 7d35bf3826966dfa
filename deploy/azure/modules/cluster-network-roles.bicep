metadata name = 'Cluster network roles'
metadata description = 'What the cluster\'s operators and the service itself may do to our network: nothing beyond the published role sets, on nothing beyond these resources.'

import { workload } from 'cluster-identities.bicep'
import { roles } from '../types.bicep'

@description('Required. The operators\' identities.')
param workloads workload[]

@description('Required. Object id, in this tenant, of the service Azure Red Hat OpenShift (application f1dd0a37-89c6-4e07-bcd1-ffd3d43d8875).')
param serviceObjectId string

@description('Required. Name of the network.')
param networkName string

@description('Required. Name of the route table.')
param routeTableName string

@description('Required. Name of the cluster\'s network security group.')
param securityGroupName string

var roleOf = {
  'aro-operator': '4436bae4-7702-4c84-919b-c4069ff25ee2'
  'cloud-controller-manager': 'a1f96423-95ce-4224-ab27-4e3dc72facd4'
  'cloud-network-config': 'be7a6435-15ae-4171-8f30-4a343eff9e8f'
  'file-csi-driver': '0d7aedc0-15fd-4a67-a412-efad370c947e'
  'image-registry': '8b32b316-c2f5-4ddf-b05b-83dacd2d08b5'
  ingress: '0336e1d3-7a87-462b-b6db-342b63f7802c'
  'machine-api': '0358943c-7e01-48ba-8889-02cc51d78637'
}

var onSubnets = filter(workloads, w => contains(['aro-operator', 'cloud-controller-manager', 'ingress', 'machine-api'], w.operator))
var onNetwork = filter(workloads, w => contains(['cloud-network-config', 'file-csi-driver', 'image-registry'], w.operator))
var onRoutes = filter(workloads, w => contains(['aro-operator', 'file-csi-driver', 'machine-api'], w.operator))
var onSecurityGroup = filter(
  workloads,
  w => contains(['aro-operator', 'cloud-controller-manager', 'file-csi-driver', 'machine-api'], w.operator)
)

resource network 'Microsoft.Network/virtualNetworks@2025-09-01' existing = {
  name: networkName

  resource controlPlane 'subnets' existing = { name: 'control-plane' }
  resource workers 'subnets' existing = { name: 'workers' }
}

resource routes 'Microsoft.Network/routeTables@2025-09-01' existing = {
  name: routeTableName
}

resource securityGroup 'Microsoft.Network/networkSecurityGroups@2025-09-01' existing = {
  name: securityGroupName
}

resource controlPlaneRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in onSubnets: {
    name: guid(network::controlPlane.id, entry.id, roleOf[entry.operator])
    scope: network::controlPlane
    properties: {
      principalId: entry.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleOf[entry.operator])
    }
  }
]

resource workerRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in onSubnets: {
    name: guid(network::workers.id, entry.id, roleOf[entry.operator])
    scope: network::workers
    properties: {
      principalId: entry.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleOf[entry.operator])
    }
  }
]

resource networkRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in onNetwork: {
    name: guid(network.id, entry.id, roleOf[entry.operator])
    scope: network
    properties: {
      principalId: entry.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleOf[entry.operator])
    }
  }
]

resource routeRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in onRoutes: {
    name: guid(routes.id, entry.id, roleOf[entry.operator])
    scope: routes
    properties: {
      principalId: entry.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleOf[entry.operator])
    }
  }
]

resource securityGroupRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in onSecurityGroup: {
    name: guid(securityGroup.id, entry.id, roleOf[entry.operator])
    scope: securityGroup
    properties: {
      principalId: entry.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleOf[entry.operator])
    }
  }
]

resource serviceOnNetwork 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(network.id, serviceObjectId, roles.networkContributor)
  scope: network
  properties: {
    principalId: serviceObjectId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.networkContributor)
  }
}

resource serviceOnRoutes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(routes.id, serviceObjectId, roles.networkContributor)
  scope: routes
  properties: {
    principalId: serviceObjectId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.networkContributor)
  }
}

resource serviceOnSecurityGroup 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(securityGroup.id, serviceObjectId, roles.networkContributor)
  scope: securityGroup
  properties: {
    principalId: serviceObjectId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.networkContributor)
  }
}
