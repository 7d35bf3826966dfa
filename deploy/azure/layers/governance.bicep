metadata name = 'Governance'
metadata description = 'What holds for the whole subscription: policy, roles, Defender, activity log, budget.'

targetScope = 'subscription'

import { usRegion, peopleSet } from '../types.bicep'

@description('Required. Name that everything\'s name begins with.')
param name string

@description('Required. Region in which the policy\'s own identity lies.')
param location usRegion

@description('Required. Regions that resources may be in.')
param allowedLocations usRegion[]

@description('Required. Names of the public addresses that may exist.')
param allowedPublicAddresses string[]

@description('Required. People.')
param people peopleSet

@description('Optional. The pipeline that asks what a change would change.')
param asking { name: string, principalId: string }?

@description('Required. Amount for a month, and the first day of the month in which it begins.')
param budget { amount: int, from: string }

module policy '../modules/policy.bicep' = {
  params: {
    location: location
    allowedLocations: allowedLocations
    allowedPublicAddresses: allowedPublicAddresses
  }
}

module roles '../modules/roles.bicep' = {
  params: { name: name, viewersGroupId: people.viewers, asking: asking }
}

module defender '../modules/defender.bicep' = {
  params: { mail: people.alertMail }
}

module spending '../modules/budget.bicep' = {
  params: { name: 'budget-${name}', amount: budget.amount, from: budget.from, mail: people.alertMail }
}
