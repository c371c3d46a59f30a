import { stepperOf } from '../kernel/stepper.ts';
import { incidentChart } from '../parts/incident/chart.ts';
import { stakeholderChart } from '../parts/stakeholder/chart.ts';
import type { WorldState } from './state.ts';

/** The charts that every world has. */
export const incidentSteppers = { incident: stepperOf(incidentChart), stakeholder: stepperOf(stakeholderChart) };

type IncidentEvent = Parameters<(typeof incidentSteppers)['incident']['send']>[1];
type StakeholderEvent = Parameters<(typeof incidentSteppers)['stakeholder']['send']>[1];

export function nextIncident(state: WorldState, event: IncidentEvent): void {
  const { charts } = state.parts;
  charts['incident'] = incidentSteppers.incident.send(charts['incident']!, event);
}

export function nextStakeholder(state: WorldState, event: StakeholderEvent): void {
  const { charts } = state.parts;
  charts['stakeholder'] = incidentSteppers.stakeholder.send(charts['stakeholder']!, event);
}
