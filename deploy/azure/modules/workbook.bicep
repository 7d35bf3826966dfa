metadata name = 'Workbook'
metadata description = 'One page: calls, drop-outs, edge, database, queue and who was refused.'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Workspace that it asks.')
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'visavis')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'Visavis'
    category: 'workbook'
    version: 'Notebook/1.0'
    sourceId: workspaceId
    serializedData: loadTextContent('../monitor/workbooks/visavis.json')
  }
}

@description('Resource id.')
output id string = workbook.id
