metadata name = 'Access to communication services'
metadata description = 'Lets a region\'s application use the communication service, which has no region. The service knows no custom role; its one built-in role is given on this resource alone.'

import { grant } from '../types.bicep'

@description('Required. Name of the communication service.')
param name string

@description('Required. Who may use it.')
param grants grant[]

resource service 'Microsoft.Communication/communicationServices@2026-03-18' existing = {
  name: name
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: 'evgt-${name}'
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in grants: {
    name: guid(service.id, entry.holder, entry.role)
    scope: service
    properties: {
      principalId: entry.principalId
      principalType: entry.?principalType ?? 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
    }
  }
]

@description('Object id of the service itself, which writes recordings.')
output servicePrincipalId string = service.identity.principalId

@description('Object id of the topic, which delivers events.')
output topicPrincipalId string = topic.identity.principalId

@description('Immutable id of the service: the audience of Call Automation\'s callbacks.')
output immutableId string = service.properties.immutableResourceId
