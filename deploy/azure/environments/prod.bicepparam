// Production, first region. The archive is locked for seven years: that cannot be undone by anybody.
using '../main.bicep'

param environmentIs = 'prod'
param role = 'primary'
param primaryLocation = 'eastus2'
param secondaryLocation = 'centralus'
param addressPrefix = '10.30.0.0/20'
param ownership = { owner: 'platform-team', costCenter: 'telehealth' }
param names = { host: 'visit.clinic.example', mailDomain: 'mail.clinic.example' }

// Object ids of your own groups: az ad group show --group NAME --query id
param people = {
  databaseAdministrators: '00000000-0000-0000-0000-000000000000'
  viewers: '00000000-0000-0000-0000-000000000000'
  alertMail: 'on-call@clinic.example'
}

// az ad sp list --filter "appId eq 'f1dd0a37-89c6-4e07-bcd1-ffd3d43d8875'" --query "[0].id"
param cluster = {
  domain: 'vvprod'
  version: '4.19.15'
  serviceObjectId: '00000000-0000-0000-0000-000000000000'
}
param pullSecret = readEnvironmentVariable('VISAVIS_PULL_SECRET', '')

param size = {
  cluster: { controlPlaneSize: 'Standard_D8s_v5', workerSize: 'Standard_D8s_v5', workerCount: 6 }
  database: {
    sku: 'Standard_D8ds_v5'
    tier: 'GeneralPurpose'
    storageGB: 512
    zoneRedundant: true
    geoBackup: true
    backupDays: 35
  }
  firewallTier: 'Premium'
  storageRedundancy: 'Standard_RAGZRS'
}

// A private bastion is reached over a line of your own: give `hospital`, have ExpressRoute, or choose 'Standard'.
param options = {
  secondCommunication: true
  mailDomainVerified: false
  bastion: 'Private'
  fhir: false
  archiveLock: 'Locked'
  clusterConnected: false
}

// In the subscription's currency. 1 alarms at once: put in what the pricing calculator says for your sizes.
param budget = { amount: 1, from: '2027-01-01' }
