metadata name = 'Container app'
metadata description = 'The application of the pilot, on Azure Container Apps instead of a cluster, and the job that brings its tables up. One image, HTTPS only, each signed in to everything by its own identity.'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Name.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Subnet delegated to Microsoft.App/environments.')
param subnetId string

@description('Required. Host of the registry.')
param registryHost string

@description('Required. Image with its tag or digest; empty in the first run, before there is one.')
param image string

@description('Required. Identity of the application; it also pulls the image.')
param identityId string

@description('Required. Identity of the job that brings the tables up.')
param migration { id: string, clientId: string, name: string }

@description('Required. Settings of the application, as environment variables. No secret is among them.')
param settings setting[]

@description('Required. Workspace that logs go to.')
param workspaceId string

@description('A setting.')
type setting = {
  @description('Name of the environment variable.')
  name: string
  @description('Value.')
  value: string
}

resource place 'Microsoft.App/managedEnvironments@2026-01-01' = {
  name: 'cae-${name}'
  location: location
  tags: tags
  properties: {
    vnetConfiguration: { infrastructureSubnetId: subnetId, internal: false }
    appLogsConfiguration: { destination: 'azure-monitor' }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    peerTrafficConfiguration: { encryption: { enabled: true } }
    zoneRedundant: false
  }
}

resource application 'Microsoft.App/containerApps@2026-01-01' = if (!empty(image)) {
  name: 'ca-${name}'
  location: location
  tags: tags
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    environmentId: place.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: 8080, transport: 'auto', allowInsecure: false }
      registries: [{ server: registryHost, identity: identityId }]
    }
    template: {
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'visavis'
          image: image
          env: settings
          resources: { cpu: json('1.0'), memory: '2Gi' }
          probes: [
            { type: 'Startup', httpGet: { path: '/livez', port: 8080 }, periodSeconds: 5, failureThreshold: 60 }
            { type: 'Liveness', httpGet: { path: '/livez', port: 8080 }, periodSeconds: 10 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: 8080 }, periodSeconds: 5 }
          ]
        }
      ]
      scale: { minReplicas: 1, maxReplicas: 2 }
    }
  }
}

// The same settings, as somebody else, who owns the tables.
var settingsOfMigration = {
  AZURE_CLIENT_ID: migration.clientId
  SPRING_DATASOURCE_USERNAME: migration.name
  SPRING_FLYWAY_ENABLED: 'true'
  SPRING_FLYWAY_INITSQLS: 'SET lock_timeout = \'5s\'; SET ROLE visavis_owner'
  SPRING_FLYWAY_URL: '\${spring.datasource.url}'
  SPRING_FLYWAY_USER: '\${spring.datasource.username}'
}

resource tables 'Microsoft.App/jobs@2026-01-01' = if (!empty(image)) {
  name: 'caj-${name}-migration'
  location: location
  tags: tags
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {}, '${migration.id}': {} } }
  properties: {
    environmentId: place.id
    workloadProfileName: 'Consumption'
    configuration: {
      triggerType: 'Manual'
      manualTriggerConfig: { parallelism: 1, replicaCompletionCount: 1 }
      replicaTimeout: 1800
      replicaRetryLimit: 2
      registries: [{ server: registryHost, identity: identityId }]
    }
    template: {
      containers: [
        {
          name: 'migration'
          image: image
          args: ['migrate']
          env: concat(
            filter(settings, entry => !contains(settingsOfMigration, entry.name)),
            map(items(settingsOfMigration), entry => { name: entry.key, value: entry.value })
          )
          resources: { cpu: json('0.5'), memory: '1Gi' }
        }
      ]
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: place
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Host that the application answers on, once there is an image.')
output host string = empty(image) ? '' : application!.properties.configuration.ingress.fqdn
