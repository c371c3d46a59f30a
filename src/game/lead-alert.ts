import type { AlertView } from '../domain/evidence.ts';
import type { Observation } from '../domain/observation.ts';

/** The one alert that is told of where there is room for one: what paged, as long as it is known of, or else what fires. */
export const leadAlert = ({ page, alerts }: Pick<Observation, 'page' | 'alerts'>): AlertView | null =>
  alerts.find(({ id }) => id === page?.id) ?? alerts.find(({ state }) => state === 'firing') ?? null;

/** Whether all alerts are known: the list was read, which stays live. Before, a player knows of what paged alone. */
export const knowsAlerts = ({ evidence }: Pick<Observation, 'evidence'>): boolean =>
  evidence.some(({ look }) => look.type === 'look-alerts');
