import { describe, expect, it } from 'vitest';
import type { StationView } from '../../src/domain/observation.ts';
import { figureWords, mapSummary, stationWords } from '../../src/game/map-words.ts';
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

describe('a station whose figures are normal, though something goes on there', () => {
  const station = (state: string): StationView => ({
    id: 'canary',
    name: 'Canary',
    status: 'healthy',
    caption: state,
    seenTick: 1,
    figures: [{ key: 'release.share', label: 'Share', value: 0.05, unit: 'share', normal: 0.01 }],
    charts: [{ chart: 'release', state } as StationView['charts'][number]],
  });

  it('is told of in the summary of the map, which says that all is normal only where nothing goes on', () => {
    expect(mapSummary({ stations: [station('amber')] })).toBe('Canary: guardrail amber. All figures are normal.');
    expect(mapSummary({ stations: [station('stable')] })).toBe('All stations are normal.');
  });

  it('has its figures beside their normal', () =>
    expect(station('amber').figures.map(figureWords)).toEqual(['Share 5.0 % (normal 1.0 %)']));
});
