// Development: one region, no standby, made-up people only.
using '../main.bicep'

param environmentIs = 'dev'
param role = 'primary'
param primaryLocation = 'eastus2'
param addressPrefix = '10.10.0.0/20'
param ownership = { owner: 'platform-team', costCenter: 'telehealth' }
param names = { host: 'dev.visit.clinic.example', mailDomain: 'mail.clinic.example' }

// Object ids of groups: the scripts find or make the groups and hand the ids over.
param people = {
  databaseAdministrators: readEnvironmentVariable('VISAVIS_DATABASE_ADMINISTRATORS', '00000000-0000-0000-0000-000000000000')
  viewers: readEnvironmentVariable('VISAVIS_VIEWERS', '00000000-0000-0000-0000-000000000000')
  alertMail: 'on-call@clinic.example'
}

// The scripts find the service: az ad sp list --filter "appId eq 'f1dd0a37-89c6-4e07-bcd1-ffd3d43d8875'" --query "[0].id"
param cluster = {
  domain: 'vvdev'
  version: '4.19.15'
  serviceObjectId: readEnvironmentVariable('VISAVIS_OPENSHIFT_SERVICE', '00000000-0000-0000-0000-000000000000')
}
param pullSecret = readEnvironmentVariable('VISAVIS_PULL_SECRET', '')

param size = {
  cluster: { controlPlaneSize: 'Standard_D8s_v5', workerSize: 'Standard_D4s_v5', workerCount: 3 }
  database: {
    sku: 'Standard_D2ds_v5'
    tier: 'GeneralPurpose'
    storageGB: 64
    zoneRedundant: false
    geoBackup: false
    backupDays: 7
  }
  firewallTier: 'Standard'
  storageRedundancy: 'Standard_ZRS'
}

param options = {
  secondCommunication: false
  mailDomainVerified: !empty(readEnvironmentVariable('VISAVIS_MAIL_VERIFIED', ''))
  bastion: 'Standard'
  fhir: false
  archiveLock: 'Unlocked'
  clusterConnected: !empty(readEnvironmentVariable('VISAVIS_CLUSTER_CONNECTED', ''))
}

// The operators' machine. Its key is one whose private half was thrown away; people sign in with Entra ID.
param jumpHost = empty(readEnvironmentVariable('VISAVIS_OPERATORS_KEY', ''))
  ? null
  : {
      operatorsGroupId: readEnvironmentVariable('VISAVIS_OPERATORS', '')
      sshPublicKey: readEnvironmentVariable('VISAVIS_OPERATORS_KEY', '')
      adminUsername: 'nobody'
    }

// Second stage, once the cluster is there.
param ingress = empty(readEnvironmentVariable('VISAVIS_INGRESS_FRONTEND', ''))
  ? null
  : {
      frontendId: readEnvironmentVariable('VISAVIS_INGRESS_FRONTEND', '')
      routeHost: readEnvironmentVariable('VISAVIS_ROUTE_HOST', '')
    }

// In the subscription's currency. 1 alarms at once: put in what the pricing calculator says for your sizes.
param budget = { amount: 1, from: '2027-01-01' }
