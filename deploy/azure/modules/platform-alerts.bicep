metadata name = 'Platform alerts'
metadata description = 'Limits on what Azure itself measures, one alert for each.'

import { tagSet } from '../types.bicep'

@description('Required. Name that the alerts\' names begin with.')
param name string

@description('Required. Tags.')
param tags tagSet

@description('Required. Group of people that is told.')
param peopleId string

@description('Required. What is watched.')
param limits limit[]

@export()
@description('A limit on a metric.')
type limit = {
  @description('Name of the alert.')
  name: string
  @description('Resource that is measured.')
  resourceId: string
  @description('Namespace of the metric: the resource\'s type.')
  namespace: string
  @description('Name of the metric.')
  metric: string
  @description('How values within the window become one.')
  aggregation: 'Average' | 'Maximum' | 'Minimum' | 'Total'
  @description('On which side of the limit it is wrong.')
  wrongWhen: 'GreaterThan' | 'LessThan'
  @description('The limit.')
  value: int
  @description('0 wakes somebody, 3 waits until morning.')
  severity: 0 | 1 | 2 | 3
  @description('What it means.')
  meaning: string
}

resource alerts 'Microsoft.Insights/metricAlerts@2026-01-01' = [
  for entry in limits: {
    name: '${name}-${entry.name}'
    location: 'global'
    tags: tags
    properties: {
      description: '${entry.meaning} What to do: docs/runbooks/azure-alerts.md.'
      enabled: true
      severity: entry.severity
      scopes: [entry.resourceId]
      evaluationFrequency: 'PT1M'
      windowSize: 'PT5M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: entry.name
            metricNamespace: entry.namespace
            metricName: entry.metric
            timeAggregation: entry.aggregation
            operator: entry.wrongWhen
            threshold: entry.value
          }
        ]
      }
      autoMitigate: true
      actions: [{ actionGroupId: peopleId }]
    }
  }
]
