metadata name = 'Roles'
metadata description = 'What people may do in the subscription. Looking is given for good, and asking what would change to a pipeline. Deploying and operating are only defined here: they are given for hours, with a reason and a second person\'s consent, by Privileged Identity Management.'

targetScope = 'subscription'

import { roles } from '../types.bicep'

@description('Required. Object id of the group that may look.')
param viewersGroupId string

@description('Optional. The pipeline that asks what a change would change.')
param asking { name: string, principalId: string }?

@description('Required. Name that sets this environment\'s roles apart.')
param name string

resource deployer 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(subscription().id, name, 'deployer')
  properties: {
    roleName: 'Visavis deployer (${name})'
    description: 'Makes and changes what the templates describe. Removes no lock, purges nothing, gives itself no role of ownership, reads no data.'
    type: 'CustomRole'
    assignableScopes: [subscription().id]
    permissions: [
      {
        actions: ['*']
        notActions: [
          'Microsoft.Authorization/locks/delete'
          'Microsoft.Authorization/elevateAccess/action'
          'Microsoft.Authorization/policyExemptions/write'
          'Microsoft.KeyVault/locations/deletedVaults/purge/action'
          'Microsoft.RedHatOpenShift/openShiftClusters/listAdminCredentials/action'
          'Microsoft.Communication/communicationServices/listKeys/action'
          'Microsoft.Storage/storageAccounts/listKeys/action'
          'Microsoft.ServiceBus/namespaces/authorizationRules/listKeys/action'
        ]
        dataActions: []
        notDataActions: []
      }
    ]
  }
}

resource operator 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(subscription().id, name, 'operator')
  properties: {
    roleName: 'Visavis operator (${name})'
    description: 'Looks at everything, restarts and fails over, changes no setting.'
    type: 'CustomRole'
    assignableScopes: [subscription().id]
    permissions: [
      {
        actions: [
          '*/read'
          'Microsoft.DBforPostgreSQL/flexibleServers/restart/action'
          'Microsoft.DBforPostgreSQL/flexibleServers/failover/action'
          'Microsoft.DBforPostgreSQL/flexibleServers/promote/action'
          'Microsoft.Cdn/profiles/originGroups/origins/write'
          'Microsoft.Compute/virtualMachines/start/action'
          'Microsoft.Compute/virtualMachines/deallocate/action'
          'Microsoft.Network/bastionHosts/getActiveSessions/action'
          'Microsoft.Insights/alertRules/*'
          'Microsoft.Support/*'
        ]
        notActions: []
        dataActions: []
        notDataActions: []
      }
    ]
  }
}

resource asker 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(subscription().id, name, 'asker')
  properties: {
    roleName: 'Visavis asker (${name})'
    description: 'Looks at everything and asks what a template would change; changes nothing.'
    type: 'CustomRole'
    assignableScopes: [subscription().id]
    permissions: [
      {
        actions: [
          '*/read'
          'Microsoft.Resources/deployments/validate/action'
          'Microsoft.Resources/deployments/whatIf/action'
        ]
        notActions: []
        dataActions: []
        notDataActions: []
      }
    ]
  }
}

resource mayAsk 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (asking != null) {
  name: guid(subscription().id, asking.?name ?? '', 'asker')
  properties: {
    principalId: asking!.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: asker.id
  }
}

resource looking 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(subscription().id, viewersGroupId, roles.readEverything)
  properties: {
    principalId: viewersGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.readEverything)
  }
}

resource lookingAtLogs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(subscription().id, viewersGroupId, roles.readLogs)
  properties: {
    principalId: viewersGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.readLogs)
  }
}

@description('Role that is given for hours to whoever deploys.')
output deployerRoleId string = deployer.id

@description('Role that is given for hours to whoever operates.')
output operatorRoleId string = operator.id
