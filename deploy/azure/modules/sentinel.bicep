metadata name = 'Sentinel'
metadata description = 'The security centre on the workspace: rules that make an incident, each with the tactic and technique of MITRE ATT&CK that it recognises.'

@description('Required. Name of the workspace.')
param workspaceName string

var rules = [
  {
    name: 'Guessing passwords'
    severity: 'Medium'
    tactics: ['CredentialAccess']
    techniques: ['T1110']
    query: loadTextContent('../monitor/queries/repeated-failed-sign-ins.kql')
  }
  {
    name: 'A new administrator'
    severity: 'High'
    tactics: ['Persistence', 'PrivilegeEscalation']
    techniques: ['T1098']
    query: loadTextContent('../monitor/queries/new-administrator.kql')
  }
  {
    name: 'A key or a vault was deleted'
    severity: 'High'
    tactics: ['Impact']
    techniques: ['T1485']
    query: loadTextContent('../monitor/queries/key-or-vault-deleted.kql')
  }
  {
    name: 'Sign-in from an unusual place'
    severity: 'Medium'
    tactics: ['InitialAccess']
    techniques: ['T1078']
    query: loadTextContent('../monitor/queries/sign-in-from-unusual-place.kql')
  }
  {
    name: 'Looking for patients one may not see'
    severity: 'High'
    tactics: ['Discovery', 'Collection']
    techniques: ['T1213']
    query: loadTextContent('../monitor/queries/refusals-pile-up.kql')
  }
  {
    name: 'Attack at the edge'
    severity: 'Medium'
    tactics: ['InitialAccess']
    techniques: ['T1190']
    query: loadTextContent('../monitor/queries/attack-at-the-edge.kql')
  }
  {
    name: 'Speaking to a known attacker'
    severity: 'High'
    tactics: ['CommandAndControl', 'Exfiltration']
    techniques: ['T1071']
    query: loadTextContent('../monitor/queries/threat-on-the-way-out.kql')
  }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' existing = {
  name: workspaceName
}

resource onboarding 'Microsoft.SecurityInsights/onboardingStates@2025-09-01' = {
  name: 'default'
  scope: workspace
  properties: { customerManagedKey: false }
}

resource detections 'Microsoft.SecurityInsights/alertRules@2025-09-01' = [
  for rule in rules: {
    name: guid(workspace.id, rule.name)
    scope: workspace
    kind: 'Scheduled'
    properties: {
      displayName: rule.name
      enabled: true
      severity: rule.severity
      query: rule.query
      queryFrequency: 'PT15M'
      queryPeriod: 'PT1H'
      triggerOperator: 'GreaterThan'
      triggerThreshold: 0
      suppressionEnabled: false
      suppressionDuration: 'PT1H'
      tactics: rule.tactics
      techniques: rule.techniques
      eventGroupingSettings: { aggregationKind: 'SingleAlert' }
      incidentConfiguration: {
        createIncident: true
        groupingConfiguration: {
          enabled: true
          reopenClosedIncident: false
          lookbackDuration: 'PT5H'
          matchingMethod: 'AllEntities'
        }
      }
    }
    dependsOn: [onboarding]
  }
]
