metadata name = 'Budget'
metadata description = 'Tells somebody before the month costs more than it should. It stops nothing.'

targetScope = 'subscription'

@description('Required. Name of the budget.')
param name string

@description('Required. Amount for a month, in the subscription\'s currency.')
@minValue(1)
param amount int

@description('Required. First day of the month it begins in, such as 2026-12-01.')
@minLength(10)
@maxLength(10)
param from string

@description('Required. Mail address that is told.')
param mail string

resource budget 'Microsoft.Consumption/budgets@2026-06-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: from }
    notifications: {
      half: { enabled: true, operator: 'GreaterThan', threshold: 50, thresholdType: 'Actual', contactEmails: [mail] }
      most: { enabled: true, operator: 'GreaterThan', threshold: 80, thresholdType: 'Actual', contactEmails: [mail] }
      all: { enabled: true, operator: 'GreaterThan', threshold: 100, thresholdType: 'Actual', contactEmails: [mail] }
      foreseen: { enabled: true, operator: 'GreaterThan', threshold: 110, thresholdType: 'Forecasted', contactEmails: [mail] }
    }
  }
}
