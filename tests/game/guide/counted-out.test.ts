import { describe, expect, it } from 'vitest';
import { coachLine } from '../../../src/game/guide/coach.ts';
import { countedOut } from '../../../src/game/guide/counted-out.ts';
import { guidedScene } from '../../../src/game/guide/scene.ts';
import { weighedAgainst } from '../../../src/policy/advice.ts';
import { openTruth } from '../../../src/scenario/truth.ts';
import { shipped } from '../../scenario/shipped.ts';
import { newShift } from './watched.ts';

const FITS = /(\d+) of (\d+) causes still fit/;

describe('causes that a coach counts out', () => {
  it.each(['latency-spike', 'silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'])(
    '%s: are those that the board marks, each by evidence that was read, and nothing is counted out before',
    (drill) => {
      const scenario = shipped(drill);
      let marked = 0;
      for (const { id } of openTruth(scenario.sealed).variants) {
        const session = newShift(scenario, '5', id);
        while (session.state().mode !== 'live') session.frame(250);
        for (let i = 0; i < 25; i++) {
          const { log, measured, menu, observation } = session.state();
          const scene = guidedScene(session);
          const against = weighedAgainst({ observation: measured, menu, brief: session.brief }, log);
          expect(scene.advice.against).toEqual(against);
          const titles = observation.evidence.map(({ title }) => title);
          const shown = countedOut(session);
          expect([...shown.keys()]).toEqual([...against.keys()]);
          for (const of of shown.values()) expect(titles).toEqual(expect.arrayContaining([...of]));
          if (observation.evidence.length === 0) expect(against.size).toBe(0);
          for (const [text, ids] of against) {
            expect(scenario.brief.causes.map((cause) => cause.text)).toContain(text);
            expect(scene.advice.open).not.toContain(text);
            expect(ids.length).toBeGreaterThan(0);
            for (const evidence of ids) expect(observation.evidence.map((each) => each.id)).toContain(evidence);
          }
          const counted = FITS.exec(coachLine(scene, log).says);
          marked += against.size;
          if (counted !== null)
            expect(counted.slice(1).map(Number)).toEqual([scenario.brief.causes.length - against.size, scenario.brief.causes.length]);
          const { decision } = scene.advice;
          if ('act' in decision) session.dispatch(decision.act);
          session.run.advance(Math.max(session.run.tick + ('wait' in decision ? decision.wait : 1), session.state().observation.busyUntil));
          session.setSpeed(session.state().speed === 4 ? 1 : 4); // tells of the new moment; no step of the player's own
        }
      }
      console.log(`${drill}: ${marked} marks`);
      expect(marked).toBeGreaterThan(0);
    },
  );
});
