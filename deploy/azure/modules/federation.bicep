metadata name = 'Federation'
metadata description = 'Says that a service account of the cluster is an identity of ours. One at a time: an identity takes only one change at once.'

@description('Required. The cluster\'s issuer of tokens.')
param issuer string

@description('Required. Identity name and the service accounts, namespace:name, that are it.')
param accounts account[]

@description('A service account that is an identity.')
type account = {
  @description('Name of the identity.')
  identity: string
  @description('Namespace of the service account.')
  namespace: string
  @description('Name of the service account.')
  serviceAccount: string
}

resource identities 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = [
  for entry in accounts: {
    name: entry.identity
  }
]

@batchSize(1)
resource credentials 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2024-11-30' = [
  for (entry, index) in accounts: {
    parent: identities[index]
    name: '${entry.namespace}-${entry.serviceAccount}'
    properties: {
      issuer: issuer
      subject: 'system:serviceaccount:${entry.namespace}:${entry.serviceAccount}'
      audiences: ['api://AzureADTokenExchange']
    }
  }
]
