import { describe, expect, it } from 'vitest';
import { coachLine } from '../../../src/game/guide/coach.ts';
import { guidedScene } from '../../../src/game/guide/scene.ts';
import { optionFor } from '../../../src/policy/signatures/board.ts';
import type { Signature } from '../../../src/policy/signatures/signature.ts';
import { SIGNATURE_IDS, SIGNATURES } from '../../../src/policy/signatures/table.ts';
import { coachWords } from '../../../src/game/words/coach.ts';
import { openTruth } from '../../../src/scenario/truth.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { shipped } from '../../scenario/shipped.ts';
import { newShift } from './watched.ts';

const MOST_STEPS = 60;

/** Kinds of change that are a remedy for a fault which the public words of a cause stand for. */
function remediesFor(scenario: Scenario, cause: string): readonly string[] {
  const { causes } = scenario.brief;
  const meant = SIGNATURE_IDS.filter(
    (id) => causes.find((each) => each.id === optionFor(causes, SIGNATURES[id].words.hypothesis))?.text === cause,
  );
  return meant.flatMap((id) => {
    const { mitigate, fix }: Signature = SIGNATURES[id];
    return [...mitigate, ...fix].map(({ type }) => type);
  });
}

describe('"Show me" of the coach', () => {
  it.each(['latency-spike', 'silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'])(
    '%s: leads to a remedy of the cause that the coach speaks of, and to no button where the evidence points to none',
    (drill) => {
      const scenario = shipped(drill);
      let pointed = 0;
      for (const { id } of openTruth(scenario.sealed).variants) {
        const session = newShift(scenario, '5', id);
        while (session.state().mode !== 'live') session.frame(250);
        for (let i = 0; i < MOST_STEPS && session.state().mode !== 'over'; i++) {
          const scene = guidedScene(session);
          const { says, lit, shows } = coachLine(scene, session.state().log);
          const { leading, decision } = scene.advice;
          if (lit?.kind === 'actions' && leading !== null && says.includes(coachWords.pointsTo(leading))) {
            pointed += 1;
            expect(shows?.kind, `${id}: ${says}`).toBe('change');
            expect(remediesFor(scenario, leading), `${id}: ${says}`).toContain(shows?.kind === 'change' ? shows.action.type : '');
          } else if (lit?.kind === 'actions' && !says.includes(coachWords.release)) expect(shows, says).toEqual(lit);
          if ('act' in decision) session.dispatch(decision.act);
          const wait = 'wait' in decision ? decision.wait : 1;
          session.run.advance(Math.min(session.brief.ticks, Math.max(session.run.tick + wait, session.state().observation.busyUntil)));
          session.setSpeed(session.state().speed === 4 ? 1 : 4);
        }
      }
      console.log(`${drill}: ${pointed} times`);
      expect(pointed).toBeGreaterThan(0);
    },
  );
});
