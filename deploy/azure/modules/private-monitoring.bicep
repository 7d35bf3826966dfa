metadata name = 'Private monitoring'
metadata description = 'Azure Monitor by private address: logs, traces and questions do not leave the network.'

import { tagSet } from '../types.bicep'

@description('Required. Name of the private link scope.')
param name string

@description('Required. Tags.')
param tags tagSet

@description('Required. Workspaces, Application Insights and data collection endpoints that are reached through it.')
param memberIds string[]

resource private 'Microsoft.Insights/privateLinkScopes@2021-09-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: { accessModeSettings: { ingestionAccessMode: 'PrivateOnly', queryAccessMode: 'PrivateOnly' } }

  resource members 'scopedResources' = [
    for (member, index) in memberIds: { name: 'member-${index}', properties: { linkedResourceId: member } }
  ]
}

@description('Resource id of the scope.')
output id string = private.id
