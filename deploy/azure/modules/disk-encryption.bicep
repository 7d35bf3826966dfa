metadata name = 'Disk encryption set'
metadata description = 'Puts disks under a key of our own and follows its newest version.'

import { usRegion, tagSet, roles } from '../types.bicep'

@description('Required. Name of the set.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Address of the key, without a version.')
param keyUri string

@description('Required. Identity that may use the key.')
param identityId string

@description('Optional. Who attaches the cluster\'s disks: two of its operators and the service itself; they may read the set.')
param readers reader[] = []

@description('Somebody who may read the set.')
type reader = {
  @description('What makes the assignment recognisable the second time.')
  id: string
  @description('Object id of the identity.')
  principalId: string
}

resource set 'Microsoft.Compute/diskEncryptionSets@2026-03-02' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    encryptionType: 'EncryptionAtRestWithCustomerKey'
    rotationToLatestKeyVersionEnabled: true
    activeKey: { keyUrl: keyUri }
  }
}

resource reading 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in readers: {
    name: guid(set.id, entry.id, roles.readEverything)
    scope: set
    properties: {
      principalId: entry.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.readEverything)
    }
  }
]

@description('Resource id of the set.')
output id string = set.id
