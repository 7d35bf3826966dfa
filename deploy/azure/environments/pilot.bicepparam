// The pilot: no cluster, one region, made-up patients only.
using '../pilot.bicep'

param location = 'eastus2'
param ownership = { owner: 'platform-team', costCenter: 'telehealth' }

// Object ids of your own groups: az ad group show --group NAME --query id
param people = {
  databaseAdministrators: '00000000-0000-0000-0000-000000000000'
  viewers: '00000000-0000-0000-0000-000000000000'
  alertMail: 'on-call@clinic.example'
}

// In the subscription's currency. 1 alarms at once: put in what the pricing calculator says for your sizes.
param budget = { amount: 1, from: '2027-01-01' }

// After the first run, when the image has been pushed:
// param image = 'visavis:0.1.0'
