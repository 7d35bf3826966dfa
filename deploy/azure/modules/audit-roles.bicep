metadata name = 'Roles of the audit log'
metadata description = 'What the application needs for signing checkpoints and for handing them to a witness. No built-in role is as little: Key Vault Crypto User also changes the key, and Storage Blob Data Contributor overwrites and deletes.'

targetScope = 'subscription'

@description('Required. Name that sets this environment\'s roles apart.')
param name string

resource signer 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(subscription().id, name, 'checkpoint-signer')
  properties: {
    roleName: 'Visavis checkpoint signer (${name})'
    description: 'Signs with a key and reads its public half.'
    type: 'CustomRole'
    assignableScopes: [subscription().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: [
          'Microsoft.KeyVault/vaults/keys/read'
          'Microsoft.KeyVault/vaults/keys/sign/action'
        ]
        notDataActions: []
      }
    ]
  }
}

// Without `blobs/write`: who holds that could put a new version over what was witnessed.
resource witness 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(subscription().id, name, 'checkpoint-witness')
  properties: {
    roleName: 'Visavis checkpoint witness (${name})'
    description: 'Reads and lists blobs and adds new ones; overwrites and deletes none.'
    type: 'CustomRole'
    assignableScopes: [subscription().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
        ]
        notDataActions: []
      }
    ]
  }
}

@description('Id of the role that signs.')
output signer string = signer.name

@description('Id of the role that adds to a witness\' container.')
output witness string = witness.name
