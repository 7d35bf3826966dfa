metadata name = 'Pipelines'
metadata description = 'Who pipelines are: one identity publishes images and signs them, another asks what a change would change. Whoever runs the pipelines vouches for each by a token of its own; there is no secret.'

import { usRegion, tagSet, pipelineSet } from '../types.bicep'

@description('Required. Name that the identities\' names begin with.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Whose tokens are taken.')
param pipelines pipelineSet

var subjects = [
  { identity: 'delivery', subject: pipelines.delivery }
  { identity: 'what-if', subject: pipelines.whatIf }
]

resource identities 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = [
  for entry in subjects: {
    name: 'id-${name}-${entry.identity}'
    location: location
    tags: tags
  }
]

resource credentials 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = [
  for (entry, index) in subjects: {
    parent: identities[index]
    name: entry.identity
    properties: {
      issuer: pipelines.issuer
      subject: entry.subject
      audiences: ['api://AzureADTokenExchange']
    }
  }
]

@description('Publishes and signs images.')
output delivery { name: string, principalId: string, clientId: string } = {
  name: identities[0].name
  principalId: identities[0].properties.principalId
  clientId: identities[0].properties.clientId
}

@description('Asks what would change.')
output whatIf { name: string, principalId: string, clientId: string } = {
  name: identities[1].name
  principalId: identities[1].properties.principalId
  clientId: identities[1].properties.clientId
}
