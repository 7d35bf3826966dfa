metadata name = 'Web application firewall'
metadata description = 'Stops known attacks, bots, floods and, where it is wished, other countries, before a request reaches us. What it writes down holds no query, no cookie and no address of a person.'

import { tagSet } from '../types.bicep'

@description('Required. Name of the policy; letters and digits.')
param name string

@description('Required. Tags.')
param tags tagSet

@description('Optional. Requests that one address may make in a minute.')
@minValue(100)
param requestsPerMinute int = 1200

@description('Optional. Countries that may come. Patients travel: the United States with its territories, and what the clinic adds.')
@minLength(1)
param countries string[] = ['US', 'PR', 'VI', 'GU', 'AS', 'MP']

@description('Optional. Address ranges that are always refused.')
param refused string[] = []

@description('Optional. Address ranges from which the administrators\' pages may be opened; empty: from everywhere.')
param administratorRanges string[] = []

// Free words of people to their clinic: "can't sleep; select days off" is no SQL, and "echo in 2 weeks; cat scratch" no command. They end in bound
// parameters or sealed. Scripts and everything else are looked for in them as everywhere. The twin of the edge shows what these are for.
var freeWords = [
  { matchVariable: 'RequestBodyPostArgNames', selectorMatchOperator: 'Equals', selector: 'reason' }
  { matchVariable: 'RequestBodyPostArgNames', selectorMatchOperator: 'Equals', selector: 'text' }
  { matchVariable: 'RequestBodyPostArgNames', selectorMatchOperator: 'Equals', selector: 'words' }
  { matchVariable: 'RequestBodyJsonArgNames', selectorMatchOperator: 'Equals', selector: 'reason' }
]

resource policy 'Microsoft.Network/FrontDoorWebApplicationFirewallPolicies@2025-11-01' = {
  name: name
  location: 'global'
  tags: tags
  sku: { name: 'Premium_AzureFrontDoor' }
  properties: {
    policySettings: {
      enabledState: 'Enabled'
      mode: 'Prevention'
      requestBodyCheck: 'Enabled'
      customBlockResponseStatusCode: 403
      logScrubbing: {
        state: 'Enabled'
        scrubbingRules: [
          { matchVariable: 'RequestIPAddress', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
          { matchVariable: 'RequestUri', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
          { matchVariable: 'QueryStringArgNames', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
          { matchVariable: 'RequestCookieNames', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
          { matchVariable: 'RequestHeaderNames', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
          { matchVariable: 'RequestBodyPostArgNames', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
          { matchVariable: 'RequestBodyJsonArgNames', selectorMatchOperator: 'EqualsAny', state: 'Enabled' }
        ]
      }
    }
    customRules: {
      rules: [
        {
          name: 'RefusedAddresses'
          priority: 10
          enabledState: empty(refused) ? 'Disabled' : 'Enabled'
          ruleType: 'MatchRule'
          action: 'Block'
          matchConditions: [
            { matchVariable: 'SocketAddr', operator: 'IPMatch', matchValue: empty(refused) ? ['192.0.2.0/24'] : refused }
          ]
        }
        {
          name: 'OtherCountries'
          priority: 20
          enabledState: 'Enabled'
          ruleType: 'MatchRule'
          action: 'Block'
          matchConditions: [
            { matchVariable: 'SocketAddr', operator: 'GeoMatch', negateCondition: true, matchValue: countries }
          ]
        }
        {
          name: 'AdministratorsFromKnownAddresses'
          priority: 30
          enabledState: empty(administratorRanges) ? 'Disabled' : 'Enabled'
          ruleType: 'MatchRule'
          action: 'Block'
          matchConditions: [
            { matchVariable: 'RequestUri', operator: 'Contains', matchValue: ['/admin'], transforms: ['Lowercase', 'UrlDecode'] }
            {
              matchVariable: 'SocketAddr'
              operator: 'IPMatch'
              negateCondition: true
              matchValue: empty(administratorRanges) ? ['192.0.2.0/24'] : administratorRanges
            }
          ]
        }
        {
          name: 'TooManyRequests'
          priority: 100
          enabledState: 'Enabled'
          ruleType: 'RateLimitRule'
          rateLimitDurationInMinutes: 1
          rateLimitThreshold: requestsPerMinute
          groupBy: [{ variableName: 'SocketAddr' }]
          action: 'Block'
          matchConditions: [{ matchVariable: 'RequestUri', operator: 'Any', matchValue: [] }]
        }
      ]
    }
    managedRules: {
      managedRuleSets: [
        {
          ruleSetType: 'Microsoft_DefaultRuleSet'
          ruleSetVersion: '2.1'
          ruleSetAction: 'Block'
          ruleGroupOverrides: [
            { ruleGroupName: 'SQLI', exclusions: freeWords }
            { ruleGroupName: 'RCE', exclusions: freeWords }
          ]
        }
        { ruleSetType: 'Microsoft_BotManagerRuleSet', ruleSetVersion: '1.1' }
      ]
    }
  }
}

@description('Resource id of the policy.')
output id string = policy.id
