metadata name = 'Access to a key'
metadata description = 'Lets another region\'s application open what this region\'s key has sealed: without it the second region has the rows and cannot read them.'

import { grant } from '../types.bicep'

@description('Required. Name of the vault.')
param vaultName string

@description('Required. Name of the key.')
param keyName string

@description('Required. Who may use it.')
param grants grant[]

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' existing = {
  name: vaultName

  resource sealing 'keys' existing = { name: keyName }
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for entry in grants: {
    name: guid(vault::sealing.id, entry.holder, entry.role)
    scope: vault::sealing
    properties: {
      principalId: entry.principalId
      principalType: entry.?principalType ?? 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
    }
  }
]
