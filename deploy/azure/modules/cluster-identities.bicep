metadata name = 'Cluster identities'
metadata description = 'The nine identities of Azure Red Hat OpenShift: one for each of its eight operators, and the cluster\'s own, which vouches for them. Their roles come from the role sets that the service publishes.'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Name that the identities\' names begin with.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

// Azure Red Hat OpenShift Federated Credential: what the cluster's identity does to the others.
var federatedCredentialRole = 'ef318e2a-8334-4a05-9e4a-295a196c6a6e'

@export()
@description('Operators that have an identity of their own, as the service names them.')
var operators = [
  'aro-operator'
  'cloud-controller-manager'
  'cloud-network-config'
  'disk-csi-driver'
  'file-csi-driver'
  'image-registry'
  'ingress'
  'machine-api'
]

resource cluster 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${name}-cluster'
  location: location
  tags: tags
}

resource workloads 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = [
  for operator in operators: {
    name: 'id-${name}-${operator}'
    location: location
    tags: tags
  }
]

resource vouching 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (operator, index) in operators: {
    name: guid(workloads[index].id, cluster.name, federatedCredentialRole)
    scope: workloads[index]
    properties: {
      principalId: cluster.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', federatedCredentialRole)
    }
  }
]

@description('Resource id of the cluster\'s own identity.')
output clusterId string = cluster.id

@description('Operator, resource id and object id of each identity.')
output workloads workload[] = [
  for (operator, index) in operators: {
    operator: operator
    id: workloads[index].id
    principalId: workloads[index].properties.principalId
  }
]

@export()
@description('An operator\'s identity.')
type workload = {
  @description('The operator, as the service names it.')
  operator: string
  @description('Resource id.')
  id: string
  @description('Object id.')
  principalId: string
}
