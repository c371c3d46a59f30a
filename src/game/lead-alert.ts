import type { AlertView } from '../domain/evidence.ts';
import type { Observation } from '../domain/observation.ts';

/** The one alert that is told of where there is room for one: what paged, as long as it is known of, or else what fires. */
export const leadAlert = ({ page, alerts }: Pick<Observation, 'page' | 'alerts'>): AlertView | null =>
  alerts.find(({ id }) => id === page?.id) ?? alerts.find(({ state }) => state === 'firing') ?? null;
