metadata name = 'Identities'
metadata description = 'Who the workloads are. Nobody has a password: the cluster vouches for each by a token of its own (federation.bicep).'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Name that the identities\' names begin with.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

resource application 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${name}-application'
  location: location
  tags: tags
}

resource migration 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${name}-migration'
  location: location
  tags: tags
}

resource images 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${name}-images'
  location: location
  tags: tags
}

resource backup 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${name}-backup'
  location: location
  tags: tags
}

resource logs 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${name}-logs'
  location: location
  tags: tags
}

@description('The application: calls, letters, the queue, the key of patients\' keys, traces.')
output application identity = {
  name: application.name
  id: application.id
  principalId: application.properties.principalId
  clientId: application.properties.clientId
}

@description('The job that changes the database\'s tables before a release.')
output migration identity = {
  name: migration.name
  id: migration.id
  principalId: migration.properties.principalId
  clientId: migration.properties.clientId
}

@description('Pulls images from the registry.')
output images identity = {
  name: images.name
  id: images.id
  principalId: images.properties.principalId
  clientId: images.properties.clientId
}

@description('Velero: copies the cluster\'s objects and volumes.')
output backup identity = {
  name: backup.name
  id: backup.id
  principalId: backup.properties.principalId
  clientId: backup.properties.clientId
}

@description('The cluster\'s collector of its audit log.')
output logs identity = {
  name: logs.name
  id: logs.id
  principalId: logs.properties.principalId
  clientId: logs.properties.clientId
}

@description('A managed identity.')
type identity = {
  @description('Name.')
  name: string
  @description('Resource id.')
  id: string
  @description('Object id, for roles.')
  principalId: string
  @description('Client id, for the pod\'s annotation.')
  clientId: string
}
