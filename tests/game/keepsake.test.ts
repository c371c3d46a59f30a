import { describe, expect, it } from 'vitest';
import { keepingAnalyst } from '../../src/game/keepsake.ts';
import { createSaves } from '../../src/game/saves.ts';
import { analyst, playNight, WRONG_TURN } from './debrief-night.ts';
import { memoryStorage } from './desk.ts';

const kept = (seed: string, payload: string) => ({
  scenario: 'latency-spike',
  seed,
  title: 'p95 off the chart',
  day: '2026-03-14',
  payload,
});

describe('what is kept of runs that were judged', () => {
  it('the best score of a drill, and the latest link of a run', async () => {
    const saves = createSaves(memoryStorage());
    const link = playNight('feature-store', WRONG_TURN, 'mine');
    await saves.keepRun(kept('mine', link));
    const { ask } = keepingAnalyst({ warmUp: () => undefined, ask: analyst() }, saves);
    const opened = await ask('open', { payload: link });
    if (!opened.ok) throw new Error(opened.reason);
    const { total } = await ask('verdict', { payload: link });
    const added = await ask('add', { payload: link, action: { type: 'pick-preventions', items: [opened.run.preventions[0]?.id ?? ''] } });
    if (!added.ok) throw new Error(added.reason);
    await new Promise((done) => setTimeout(done, 0));
    expect(await saves.bests(['latency-spike', 'another'])).toEqual({ 'latency-spike': total });
    expect((await saves.runs()).map((run) => run.payload)).toEqual([added.payload]);
  });

  it('nothing of a stranger’s link', async () => {
    const saves = createSaves(memoryStorage());
    await saves.keepRun(kept('mine', 'AAAA'));
    const link = playNight('feature-store', WRONG_TURN, 'theirs');
    const { ask } = keepingAnalyst({ warmUp: () => undefined, ask: analyst() }, saves);
    await ask('open', { payload: link });
    await ask('verdict', { payload: link });
    await new Promise((done) => setTimeout(done, 0));
    expect(await saves.bests(['latency-spike'])).toEqual({});
    expect(await saves.runs()).toEqual([kept('mine', 'AAAA')]);
  });
});
