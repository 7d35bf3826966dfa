// Test, first region: everything that production has, smaller, so that drills are real.
using '../main.bicep'

param environmentIs = 'test'
param role = 'primary'
param primaryLocation = 'eastus2'
param secondaryLocation = 'centralus'
param addressPrefix = '10.20.0.0/20'
param ownership = { owner: 'platform-team', costCenter: 'telehealth' }
param names = { host: 'test.visit.clinic.example', mailDomain: 'mail.clinic.example' }

// Object ids of your own groups: az ad group show --group NAME --query id
param people = {
  databaseAdministrators: '00000000-0000-0000-0000-000000000000'
  viewers: '00000000-0000-0000-0000-000000000000'
  alertMail: 'on-call@clinic.example'
}

// az ad sp list --filter "appId eq 'f1dd0a37-89c6-4e07-bcd1-ffd3d43d8875'" --query "[0].id"
param cluster = {
  domain: 'vvtest'
  version: '4.19.15'
  serviceObjectId: '00000000-0000-0000-0000-000000000000'
}
param pullSecret = readEnvironmentVariable('VISAVIS_PULL_SECRET', '')

param size = {
  cluster: { controlPlaneSize: 'Standard_D8s_v5', workerSize: 'Standard_D4s_v5', workerCount: 3 }
  database: {
    sku: 'Standard_D2ds_v5'
    tier: 'GeneralPurpose'
    storageGB: 128
    zoneRedundant: true
    geoBackup: true
    backupDays: 14
  }
  firewallTier: 'Premium'
  storageRedundancy: 'Standard_RAGZRS'
}

param options = {
  secondCommunication: true
  mailDomainVerified: false
  bastion: 'Standard'
  fhir: false
  archiveLock: 'Unlocked'
  clusterConnected: false
}

// In the subscription's currency. 1 alarms at once: put in what the pricing calculator says for your sizes.
param budget = { amount: 1, from: '2027-01-01' }
