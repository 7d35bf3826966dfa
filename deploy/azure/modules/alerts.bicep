metadata name = 'Alerts'
metadata description = 'Questions that are asked of the logs again and again, and whom to wake when the answer is not empty. Each question is a file in monitor/queries.'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Name that the alerts\' names begin with.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Workspace that is asked.')
param workspaceId string

@description('Required. Mail address that is told.')
param mail string

var questions = [
  {
    name: 'repeated-failed-sign-ins'
    severity: 1
    every: 'PT5M'
    query: loadTextContent('../monitor/queries/repeated-failed-sign-ins.kql')
    meaning: 'Ten failed sign-ins of one account within a quarter of an hour.'
  }
  {
    name: 'new-administrator'
    severity: 1
    every: 'PT5M'
    query: loadTextContent('../monitor/queries/new-administrator.kql')
    meaning: 'Somebody was given a role of administration.'
  }
  {
    name: 'key-or-vault-deleted'
    severity: 0
    every: 'PT5M'
    query: loadTextContent('../monitor/queries/key-or-vault-deleted.kql')
    meaning: 'A key or a vault was deleted or purged.'
  }
  {
    name: 'sign-in-from-unusual-place'
    severity: 2
    every: 'PT15M'
    query: loadTextContent('../monitor/queries/sign-in-from-unusual-place.kql')
    meaning: 'Somebody signed in from a country without our patients.'
  }
  {
    name: 'refusals-pile-up'
    severity: 1
    every: 'PT5M'
    query: loadTextContent('../monitor/queries/refusals-pile-up.kql')
    meaning: 'One person was refused patients\' data again and again.'
  }
  {
    name: 'attack-at-the-edge'
    severity: 2
    every: 'PT5M'
    query: loadTextContent('../monitor/queries/attack-at-the-edge.kql')
    meaning: 'The web application firewall blocks far more than usual.'
  }
  {
    name: 'threat-on-the-way-out'
    severity: 0
    every: 'PT5M'
    query: loadTextContent('../monitor/queries/threat-on-the-way-out.kql')
    meaning: 'Something inside tried to reach an address known for attacks.'
  }
  {
    name: 'pods-crash'
    severity: 1
    every: 'PT5M'
    query: loadTextContent('../monitor/queries/pods-crash.kql')
    meaning: 'Pods of the application are started again and again.'
  }
  {
    name: 'calls-drop'
    severity: 1
    every: 'PT15M'
    query: loadTextContent('../monitor/queries/calls-drop.kql')
    meaning: 'More than a twentieth of the calls end against the will of those in them.'
  }
  {
    name: 'keys-asked-for'
    severity: 0
    every: 'PT5M'
    query: loadTextContent('../monitor/queries/keys-asked-for.kql')
    meaning: 'Somebody asked for the keys of a service that takes identities only.'
  }
]

// The application's own alarms. Its catalogue writes this list, so that no rule can have another name.
var alarms = loadJsonContent('../monitor/alarms.json')

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'visavis'
    emailReceivers: [{ name: 'on-call', emailAddress: mail, useCommonAlertSchema: true }]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for question in questions: {
    name: '${name}-${question.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: question.name
      description: '${question.meaning} What to do: docs/runbooks/azure-alerts.md.'
      severity: question.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: question.every
      windowSize: 'PT15M'
      criteria: {
        allOf: [
          {
            query: question.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
      autoMitigate: true
      // A table exists only once something has been written into it.
      skipQueryValidation: true
    }
  }
]

resource raised 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for alarm in alarms: {
    name: '${name}-alarm-${alarm.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'alarm-${alarm.name}'
      description: '${alarm.meaning} What to do: docs/runbooks/azure-alerts.md.'
      severity: alarm.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        allOf: [
          {
            query: replace(loadTextContent('../monitor/queries/alarm-raised.kql'), 'EVENT', alarm.event)
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
      autoMitigate: true
      skipQueryValidation: true
    }
  }
]

@description('Resource id of the group of people that is told.')
output peopleId string = people.id
