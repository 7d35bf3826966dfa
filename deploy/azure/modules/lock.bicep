metadata name = 'Lock'
metadata description = 'Nothing in the resource group is deleted by mistake. Tear-down removes the lock first, which raises an alert.'

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
  properties: { level: 'CanNotDelete', notes: 'Holds patients\' data or what protects it.' }
}
