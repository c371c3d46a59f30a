import { describe, expect, it } from 'vitest';
import { departureOf, edgeOf } from '../../../src/domain/departure.ts';
import type { Scene } from '../../../src/game/guide/advice-words.ts';
import { coachLine, type CoachLine } from '../../../src/game/guide/coach.ts';
import { guidedScene } from '../../../src/game/guide/scene.ts';
import { recoverySeries } from '../../../src/policy/habits.ts';
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

/** Plays the nights of a drill as the coach would have it. @param heard is told each line, with the night that it was said in */
function walk(scenario: Scenario, variant: string, heard: (scene: Scene, line: CoachLine) => void): void {
  const session = newShift(scenario, '5', variant);
  while (session.state().mode !== 'live') session.frame(250);
  for (let i = 0; i < MOST_STEPS && session.state().mode !== 'over'; i++) {
    const scene = guidedScene(session);
    heard(scene, coachLine(scene, session.state().log));
    const { decision } = scene.advice;
    if ('act' in decision) session.dispatch(decision.act);
    const wait = 'wait' in decision ? decision.wait : 1;
    session.run.advance(Math.min(session.brief.ticks, Math.max(session.run.tick + wait, session.state().observation.busyUntil)));
    session.setSpeed(session.state().speed === 4 ? 1 : 4); // tells of the new moment; no step of the player's own
  }
}

const DRILLS = ['latency-spike', 'silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'];

describe('"It is back" of the coach', () => {
  it('is said of what lies in its normal band only; of anything else, where it stands', () => {
    const [said, short] = [new Set<string>(), new Set<string>()];
    for (const drill of DRILLS) {
      const scenario = shipped(drill);
      for (const { id } of openTruth(scenario.sealed).variants)
        walk(scenario, id, (scene, { says }) => {
          const { metric, values } = recoverySeries(scene);
          const now = values.findLast((value) => Number.isFinite(value))!;
          const within = departureOf(metric, now) <= edgeOf(metric);
          if (says.includes('It is back')) expect(within, `${drill}, ${id}: ${says} at ${now}`).toBe(true);
          if (says.includes('Not normal yet')) expect(within, `${drill}, ${id}: ${says}`).toBe(false);
          if (says.includes('It is back')) said.add(`${drill}, ${id}`);
          if (says.includes('Not normal yet')) short.add(`${drill}, ${id}: ${says}`);
        });
    }
    console.log([...said, ...short].join('\n'));
    expect(said.size).toBeGreaterThan(0);
    expect(short.size).toBeGreaterThan(0);
  });
});

describe('"Show me" of the coach', () => {
  it.each(DRILLS)(
    '%s: leads to a remedy of the cause that the coach speaks of, and to no button where the evidence points to none',
    (drill) => {
      const scenario = shipped(drill);
      let pointed = 0;
      for (const { id } of openTruth(scenario.sealed).variants) {
        walk(scenario, id, (scene, { says, lit, shows }) => {
          const { leading } = scene.advice;
          if (lit?.kind === 'actions' && leading !== null && says.includes(coachWords.pointsTo(leading))) {
            pointed += 1;
            expect(shows?.kind, `${id}: ${says}`).toBe('change');
            expect(remediesFor(scenario, leading), `${id}: ${says}`).toContain(shows?.kind === 'change' ? shows.action.type : '');
          } else if (lit?.kind === 'actions' && !says.includes(coachWords.release)) expect(shows, says).toEqual(lit);
        });
      }
      console.log(`${drill}: ${pointed} times`);
      expect(pointed).toBeGreaterThan(0);
    },
  );
});
