metadata name = 'Defender'
metadata description = 'Microsoft Defender for Cloud, for what we run. One plan at a time: the subscription takes only one change at once.'

targetScope = 'subscription'

@description('Required. Mail address that is told.')
param mail string

@description('Optional. Plans that are on.')
param plans plan[] = [
  { name: 'CloudPosture' }
  { name: 'Containers' }
  { name: 'KeyVaults' }
  { name: 'OpenSourceRelationalDatabases' }
  { name: 'Arm' }
  { name: 'StorageAccounts', subPlan: 'DefenderForStorageV2', extensions: ['OnUploadMalwareScanning', 'SensitiveDataDiscovery'] }
  { name: 'VirtualMachines', subPlan: 'P1' }
]

@description('A plan.')
type plan = {
  @description('Name, as Azure knows it.')
  name: string
  @description('Kind of the plan.')
  subPlan: string?
  @description('What it does beyond the usual: looks into what people upload, for instance.')
  extensions: string[]?
}

@batchSize(1)
resource pricings 'Microsoft.Security/pricings@2024-01-01' = [
  for entry in plans: {
    name: entry.name
    properties: {
      pricingTier: 'Standard'
      subPlan: entry.?subPlan
      extensions: [for addition in entry.?extensions ?? []: { name: addition, isEnabled: 'True' }]
    }
  }
]

resource contact 'Microsoft.Security/securityContacts@2023-12-01-preview' = {
  name: 'default'
  properties: {
    isEnabled: true
    emails: mail
    notificationsByRole: { state: 'On', roles: ['Owner'] }
    notificationsSources: [
      { sourceType: 'Alert', minimalSeverity: 'Medium' }
      { sourceType: 'AttackPath', minimalRiskLevel: 'High' }
    ]
  }
}
