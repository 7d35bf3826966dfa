// Production, first region. The archive is locked for seven years: that cannot be undone by anybody.
using '../main.bicep'

param environmentIs = 'prod'
param role = 'primary'
param primaryLocation = 'eastus2'
param secondaryLocation = 'centralus'
param addressPrefix = '10.30.0.0/20'
param ownership = { owner: 'platform-team', costCenter: 'telehealth' }
param names = { host: 'visit.clinic.example', mailDomain: 'mail.clinic.example' }

// Object ids of groups: the scripts find or make the groups and hand the ids over.
param people = {
  databaseAdministrators: readEnvironmentVariable('VISAVIS_DATABASE_ADMINISTRATORS', '00000000-0000-0000-0000-000000000000')
  viewers: readEnvironmentVariable('VISAVIS_VIEWERS', '00000000-0000-0000-0000-000000000000')
  alertMail: 'on-call@clinic.example'
}

// The scripts find the service: az ad sp list --filter "appId eq 'f1dd0a37-89c6-4e07-bcd1-ffd3d43d8875'" --query "[0].id"
param cluster = {
  domain: 'vvprod'
  version: '4.19.15'
  serviceObjectId: readEnvironmentVariable('VISAVIS_OPENSHIFT_SERVICE', '00000000-0000-0000-0000-000000000000')
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
  mailDomainVerified: !empty(readEnvironmentVariable('VISAVIS_MAIL_VERIFIED', ''))
  bastion: 'Private'
  fhir: false
  // Azure makes a policy unlocked and locks it afterwards.
  archiveLock: empty(readEnvironmentVariable('VISAVIS_ARCHIVE_THERE', '')) ? 'Unlocked' : 'Locked'
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
param otherOrigin = empty(readEnvironmentVariable('VISAVIS_OTHER_SERVICE', ''))
  ? null
  : {
      name: 'centralus'
      routeHost: readEnvironmentVariable('VISAVIS_OTHER_ROUTE_HOST', '')
      privateLinkServiceId: readEnvironmentVariable('VISAVIS_OTHER_SERVICE', '')
      location: 'centralus'
      priority: 2
    }

// In the subscription's currency. 1 alarms at once: put in what the pricing calculator says for your sizes.
param budget = { amount: 1, from: '2027-01-01' }
