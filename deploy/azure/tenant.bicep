metadata name = 'Tenant'
metadata description = 'Sign-ins and changes of Microsoft Entra ID go into the workspace. Deployed once for a tenant, by somebody who is Security Administrator: `az deployment tenant create --location REGION --template-file tenant.bicep`.'

targetScope = 'tenant'

@description('Required. Workspace.')
param workspaceId string

var categories = [
  'AuditLogs'
  'SignInLogs'
  'NonInteractiveUserSignInLogs'
  'ServicePrincipalSignInLogs'
  'ManagedIdentitySignInLogs'
  'ProvisioningLogs'
  'RiskyUsers'
  'UserRiskEvents'
]

#disable-next-line BCP081 // the type is not in every checker's data
resource setting 'microsoft.aadiam/diagnosticSettings@2017-04-01' = {
  name: 'visavis'
  properties: {
    workspaceId: workspaceId
    logs: [for category in categories: { category: category, enabled: true }]
  }
}
