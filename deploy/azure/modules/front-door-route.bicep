metadata name = 'Front Door route'
metadata description = 'Second stage: from the edge to the regions by private link, the first region first, the next while its probe fails. One group, priorities inside it.'

import { origin } from '../types.bicep'

@description('Required. Name of the Front Door profile.')
param profileName string

@description('Required. Name of the custom domain in the profile.')
param domainName string

@description('Required. Regions that people may be sent to.')
@minLength(1)
param origins origin[]

resource profile 'Microsoft.Cdn/profiles@2025-12-01' existing = {
  name: profileName

  resource endpoint 'afdEndpoints' existing = { name: profileName }
  resource domain 'customDomains' existing = { name: domainName }
}

resource regions 'Microsoft.Cdn/profiles/originGroups@2025-12-01' = {
  parent: profile
  name: 'regions'
  properties: {
    sessionAffinityState: 'Disabled'
    trafficRestorationTimeToHealedOrNewEndpointsInMinutes: 5
    loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3, additionalLatencyInMilliseconds: 50 }
    healthProbeSettings: {
      probePath: '/readyz'
      probeProtocol: 'Https'
      probeRequestType: 'GET'
      probeIntervalInSeconds: 15
    }
  }

  resource members 'origins' = [
    for entry in origins: {
      name: entry.name
      properties: {
        enabledState: 'Enabled'
        hostName: entry.routeHost
        originHostHeader: entry.routeHost
        httpsPort: 443
        priority: entry.priority
        weight: 1000
        enforceCertificateNameCheck: true
        sharedPrivateLinkResource: {
          privateLink: { id: entry.privateLinkServiceId }
          privateLinkLocation: entry.location
          requestMessage: 'Front Door of Visavis'
        }
      }
    }
  ]
}

resource headers 'Microsoft.Cdn/profiles/ruleSets@2025-12-01' = {
  parent: profile
  name: 'headers'

  resource transport 'rules' = {
    name: 'transport'
    properties: {
      order: 1
      conditions: []
      actions: [
        {
          name: 'ModifyResponseHeader'
          parameters: {
            typeName: 'DeliveryRuleHeaderActionParameters'
            headerAction: 'Overwrite'
            headerName: 'Strict-Transport-Security'
            value: 'max-age=63072000; includeSubDomains; preload'
          }
        }
      ]
    }
  }
}

resource everything 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-12-01' = {
  parent: profile::endpoint
  name: 'everything'
  properties: {
    enabledState: 'Enabled'
    originGroup: { id: regions.id }
    customDomains: [{ id: profile::domain.id }]
    ruleSets: [{ id: headers.id }]
    patternsToMatch: ['/*']
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Disabled'
  }
  // Azure refuses a route into an empty group.
  dependsOn: [regions::members]
}

// Who calls these is a program: led to HTTPS it would go on sending in clear, and nobody would notice (ASVS 5.0, 4.1.2).
// Front Door takes the most specific path of a protocol, so over HTTP this route comes before `everything`; it tells the
// application in X-Forwarded-Proto, which refuses (docs/problems/sent-in-clear.md). No headers: HSTS is for HTTPS alone.
resource programs 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-12-01' = {
  parent: profile::endpoint
  name: 'programs'
  properties: {
    enabledState: 'Enabled'
    originGroup: { id: regions.id }
    customDomains: [{ id: profile::domain.id }]
    patternsToMatch: ['/api/*', '/azure/acs/*', '/live', '/logout/connect/back-channel/*']
    supportedProtocols: ['Http']
    httpsRedirect: 'Disabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Disabled'
  }
  dependsOn: [regions::members]
}
