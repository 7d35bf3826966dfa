metadata name = 'Database endpoint'
metadata description = 'One name for the server that writes, whichever region it is in: after a promotion of the replica the name follows.'

@description('Required. Name of the primary server.')
param serverName string

@description('Required. Name of the replica.')
param replicaName string

@description('Required. Name of the endpoint, unique in the world.')
param name string

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' existing = {
  name: serverName
}

resource endpoint 'Microsoft.DBforPostgreSQL/flexibleServers/virtualendpoints@2025-08-01' = {
  parent: server
  name: name
  properties: { endpointType: 'ReadWrite', members: [serverName, replicaName] }
}

@description('Names under which the endpoint is found: writer first.')
output hosts string[] = endpoint.properties.virtualEndpoints
