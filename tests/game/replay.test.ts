import { describe, expect, it } from 'vitest';
import { doneBy, nextStop, previousStop, stepBy, stopsOf } from '../../src/game/replay-scrub.ts';
import { mapLayout } from '../../src/game/map-layout.ts';
import { refusedShare } from '../../src/game/map-refused.ts';
import { mapView } from '../../src/game/map-view.ts';
import { phaseNow } from '../../src/game/phases.ts';
import { createSession } from '../../src/game/session.ts';
import { decodeLink, encodeLink } from '../../src/run/link.ts';
import { createRun, replayInto } from '../../src/run/run.ts';
import { analyst, factsOfNight, openNight, playNight, SPIKE_NIGHT, WRONG_TURN } from './debrief-night.ts';

const payload = playNight('feature-store', WRONG_TURN);
const decodedNight = () => {
  const decoded = decodeLink(payload);
  if (!decoded.ok) throw new Error(decoded.reason);
  return decoded;
};

describe('opening a replay', () => {
  it('simulates the run again and finds the final hash of the link', async () => {
    const opened = await openNight(analyst(), payload);
    expect(opened.verified).toBe(true);
    expect(opened.run.finalHash).toBe(decodedNight().finalHash);
    expect(opened.divergence).toBeNull();
  });

  it('says that it parted when the link claims another end', async () => {
    const { record } = decodedNight();
    const opened = await openNight(analyst(), encodeLink(record, '0123456789abcdef'));
    expect(opened.verified).toBe(false);
    expect(opened.expectedHash).toBe('0123456789abcdef');
    expect(opened.divergence).toMatch(/\w+ \w+/);
  });

  it('answers a malformed or foreign link with one sentence', async () => {
    const { record, finalHash } = decodedNight();
    const links = [
      '',
      'x',
      'not-a-link',
      payload.slice(0, 200),
      `${payload}AAAA`,
      encodeLink({ ...record, scenario: 'another-drill' }, finalHash),
      encodeLink({ ...record, contentHash: '0000000000000000' }, finalHash),
    ];
    for (const link of links) {
      const opened = await analyst()('open', { payload: link });
      if (opened.ok) {
        expect(opened.run.finalHash).toBe(finalHash); // trailing characters that change nothing
        continue;
      }
      expect(opened.reason).toMatch(/^[A-Z].*\S$/);
      expect(opened.reason).not.toContain('\n');
    }
  });

  it('does not fall over a record that names what the drill does not have', async () => {
    const { record, finalHash } = decodedNight();
    for (const wrong of [
      { ...record, variant: 'nothing-like-it' },
      { ...record, preventions: ['nothing-like-it'] },
    ]) {
      const opened = await analyst()('open', { payload: encodeLink(wrong, finalHash) });
      expect(opened.ok).toBe(false);
    }
  });
});

describe('scrubbing', () => {
  it('shows at every stop what the player could see then', async () => {
    const ask = analyst();
    const run = await factsOfNight(ask, payload);
    const { record } = decodedNight();
    for (const { tick } of stopsOf(run).filter((_, i) => i % 5 === 0)) {
      const live = createRun(SPIKE_NIGHT, { seed: record.seed, variant: record.variant });
      replayInto(live, record.log, tick);
      for (const entry of record.log) if (entry.tick === tick) live.dispatch(entry.action);
      const seen = live.observe();
      const log = record.log.filter((entry) => entry.tick <= tick);
      expect(await ask('observe', { payload, tick })).toEqual({ observation: seen, refused: 0, phase: phaseNow(seen, log) });
    }
  });

  it('draws the map of live play, also while the gateway refuses what the player had it refuse', async () => {
    const session = createSession(createRun(SPIKE_NIGHT, { seed: '5', variant: 'traffic' }), { untimed: false, refused: [] });
    const { run } = session;
    run.advance(run.onsetTick + 400);
    session.dispatch({ type: 'look-dashboard', dashboard: 'service' });
    run.advance(run.tick + 120);
    session.dispatch({ type: 'shed', share: 0.2 });
    run.advance(run.tick + 120);
    session.setSpeed(4); // tells of the new moment
    const { observation, log, menu, mode } = session.state();
    expect(mode).not.toBe('over');
    const layout = mapLayout(SPIKE_NIGHT.brief.system);
    const live = mapView(observation, layout, null, refusedShare(log, menu));
    expect(live.marks?.some(({ kind }) => kind === 'refused')).toBe(true);
    const { tick } = observation;
    const then = await analyst()('observe', { payload: encodeLink(run.record(), run.finalHash()), tick });
    expect(mapView(then.observation, layout, null, then.refused)).toEqual(live);
  });

  it('steps from event to event, and by minutes within the night', async () => {
    const run = await factsOfNight(analyst(), payload);
    const stops = stopsOf(run);
    expect(stops.map((stop) => stop.tick)).toEqual([...new Set(stops.map((stop) => stop.tick))].toSorted((a, b) => a - b));
    expect(stops.some((stop) => stop.titles.some((title) => title.endsWith('begins to show')))).toBe(true);
    const page = run.pageTick!;
    expect(nextStop(stops, page)!.tick).toBeGreaterThan(page);
    expect(previousStop(stops, nextStop(stops, page)!.tick)?.tick).toBe(page);
    expect(nextStop(stops, run.endTick)).toBeNull();
    expect(previousStop(stops, 0)).toBeNull();
    expect(stepBy(run, 0, -1)).toBe(0);
    expect(stepBy(run, run.endTick, 1)).toBe(run.endTick);
    expect(doneBy(run, page).every((moment) => moment.tick <= page)).toBe(true);
  });
});
