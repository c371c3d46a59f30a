import { expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import type { Observation } from '../../src/domain/observation.ts';
import { leadAlert } from '../../src/game/lead-alert.ts';
import { expertFor } from '../../src/policy/expert.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { createRun } from '../../src/run/run.ts';

it('the alert that paged is told of while it fires and for a while after, and is not told of as firing once it is forgotten', () => {
  const scenario = scenarioOf('latency-spike');
  const { log } = playPolicy(scenario, expertFor(scenario, 'deploy'), { seed: '5', variant: 'deploy' }).record();
  const run = createRun(scenario, { seed: '5', variant: 'deploy' });
  const told: (string | null)[] = [];
  const tell = ({ page, alerts }: Observation): void => {
    const lead = leadAlert({ page, alerts });
    if (lead?.id !== page?.id && lead !== null) throw new Error(`expected the page or nothing, got ${lead.id}`);
    if (told.at(-1) !== (lead?.state ?? null)) told.push(lead?.state ?? null);
  };
  for (const { tick, action } of log) {
    for (; run.tick < tick; run.advance(Math.min(tick, run.tick + 15))) tell(run.observe());
    run.dispatch(action);
  }
  for (; !run.ended; run.advance(run.tick + 15)) tell(run.observe());
  expect(told.slice(0, 3)).toEqual([null, 'firing', 'resolved']);
  expect(told.lastIndexOf('firing'), told.join()).toBe(1);
  expect(told.at(-1)).toBe(null);
});
