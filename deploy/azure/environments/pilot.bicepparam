// The pilot: no cluster, one region, made-up patients only.
using '../pilot.bicep'

param location = 'eastus2'
param ownership = { owner: 'platform-team', costCenter: 'telehealth' }

// Object ids of groups: the scripts find or make the groups and hand the ids over.
param people = {
  databaseAdministrators: readEnvironmentVariable('VISAVIS_DATABASE_ADMINISTRATORS', '00000000-0000-0000-0000-000000000000')
  viewers: readEnvironmentVariable('VISAVIS_VIEWERS', '00000000-0000-0000-0000-000000000000')
  alertMail: 'on-call@clinic.example'
}

// In the subscription's currency. 1 alarms at once: put in what the pricing calculator says for your sizes.
param budget = { amount: 1, from: '2027-01-01' }

// Empty in the first run; then the image that has been pushed, and the sign-in that was made.
param image = readEnvironmentVariable('VISAVIS_IMAGE', '')
param moreSettings = empty(readEnvironmentVariable('VISAVIS_SIGN_IN_CLIENT', ''))
  ? []
  : [
      { name: 'VISAVIS_SIGNIN_PROVIDER', value: 'entra-id' }
      {
        name: 'SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_VISAVIS_CLIENTAUTHENTICATIONMETHOD'
        value: 'private_key_jwt'
      }
      {
        name: 'SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_VISAVIS_CLIENTID'
        value: readEnvironmentVariable('VISAVIS_SIGN_IN_CLIENT', '')
      }
      {
        name: 'SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_VISAVIS_ISSUERURI'
        value: 'https://login.microsoftonline.com/${readEnvironmentVariable('VISAVIS_TENANT', '')}/v2.0'
      }
    ]
