import { describe, expect, it } from 'vitest';
import { mapSummary, stationWords } from '../../src/game/map-words.ts';
import { DRILLS, lookedAtAll } from './all-looks.ts';

describe('the map in words', () => {
  it.each(DRILLS)('of %s says no state as machines spell it, and calls no station normal that is not', (drill) => {
    const observation = lookedAtAll(drill, '11').observe();
    expect(observation.stations.some(({ status }) => status === 'crit' || status === 'warn')).toBe(true);
    for (const station of observation.stations) {
      const words = stationWords(station, observation);
      for (const { state } of station.charts) if (state.includes('-')) expect(words).not.toContain(state);
      if (station.status === 'crit' || station.status === 'warn') expect(words).not.toMatch(/[:;] normal/);
      if (station.charts.length === 0 && station.caption !== '') expect(words).not.toMatch(/not looked at yet/);
    }
    const unseen = observation.stations.filter(({ status, caption }) => status === 'unknown' && caption === '');
    expect(mapSummary(observation).includes('not looked at yet')).toBe(unseen.length > 0);
  });
});
