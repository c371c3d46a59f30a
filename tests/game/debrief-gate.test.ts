import { describe, expect, it } from 'vitest';
import type { AfterAsk, AfterKind } from '../../src/game/debrief-asks.ts';
import { DEBRIEF_STEPS, emptyDebrief } from '../../src/game/debrief-state.ts';
import type { Ports } from '../../src/game/ports.ts';
import type { Route } from '../../src/game/route.ts';
import { debriefStoreKey, openDebrief } from '../../src/ui/debrief/debrief-control.ts';
import { analyst, factsOfNight, playNight, WRONG_TURN } from './debrief-night.ts';

const payload = playNight('feature-store', WRONG_TURN);
const answer = analyst(); // one for all, so that what was judged once is at hand
const settled = async (): Promise<void> => {
  for (let i = 0; i < 20; i += 1) await new Promise((resolve) => setTimeout(resolve, 1));
};

/** A page around the debrief: an analyst that counts its questions, and a storage in memory. */
function page(kept: ReadonlyMap<string, unknown> = new Map()) {
  const asked: AfterKind[] = [];
  const store = new Map(kept);
  const routes: Route[] = [];
  const ask: AfterAsk = (kind, input) => {
    asked.push(kind);
    return answer(kind, input);
  };
  const ports = {
    analyst: { warmUp: () => undefined, ask },
    storage: {
      lasting: true,
      read: (key: string) => Promise.resolve(store.get(key)),
      write: (key: string, value: unknown) => Promise.resolve(store.set(key, value) !== undefined),
      remove: () => Promise.resolve(),
    },
  } as unknown as Ports;
  return {
    asked,
    store,
    routes,
    room: { ports, go: (route: Route) => void routes.push(route), replace: (route: Route) => void routes.push(route) },
  };
}

describe('the verdict of a run', { timeout: 120_000 }, () => {
  it("is not even asked for before the player's own judgement is given", async () => {
    const { asked, room } = page();
    const control = openDebrief(room, payload);
    await settled();
    for (const step of DEBRIEF_STEPS) control.send({ type: 'go', step });
    control.send({ type: 'tag', moment: 'm3', tag: 'good' });
    control.send({ type: 'go', step: 'questions' });
    control.send({ type: 'go', step: 'score' });
    control.send({ type: 'answer', question: 0, answer: { choice: 'E1' } });
    control.send({ type: 'go', step: 'score' });
    await settled();
    expect(asked).toEqual(['open']);
    expect(control.verdict.value).toBeNull();
    control.send({ type: 'answer', question: 1, answer: { choice: 'unknown' } });
    control.send({ type: 'go', step: 'score' });
    await settled();
    expect(asked).toEqual(['open', 'verdict']);
    expect(control.verdict.value?.total).toBeGreaterThan(0);
    control.close();
  });

  it('stays closed when a kept state claims a step that was never earned', async () => {
    const run = await factsOfNight(answer, payload);
    const { asked, room } = page(new Map([[debriefStoreKey(run.key), { ...emptyDebrief, step: 'take-away', reached: 4 }]]));
    const control = openDebrief(room, payload);
    await settled();
    expect(control.state.value.step).toBe('view');
    expect(asked).toEqual(['open']);
    control.close();
  });

  it('follows the first picks to their new link, keeps the state, is judged anew, and only tries what is picked after that', async () => {
    const { room, routes, store } = page();
    const control = openDebrief(room, payload);
    await settled();
    control.send({ type: 'tag', moment: 'm3', tag: 'good' });
    control.send({ type: 'go', step: 'questions' });
    for (const question of [0, 1] as const) control.send({ type: 'answer', question, answer: { choice: 'unknown' } });
    control.send({ type: 'go', step: 'score' });
    control.send({ type: 'go', step: 'prevention' });
    control.send({ type: 'picks', picks: ['circuit-breaker'] });
    expect(await control.playPicks()).toBeNull();
    await settled();
    expect(routes.map((route) => route.screen)).toEqual(['debrief']);
    expect(control.run.value?.picks).toEqual(['circuit-breaker']);
    expect(control.reruns.value.together?.impactAfterEur).toBeLessThan(control.reruns.value.together!.impactBeforeEur);
    expect(control.verdict.value?.parts.find((part) => part.id === 'prevention')?.got).toBeGreaterThan(0);
    const [link, got] = [control.payload.value, control.verdict.value?.total];
    control.send({ type: 'picks', picks: ['autoscaling-headroom'] }); // tried, and no more than that
    expect(await control.playPicks()).toBeNull();
    await settled();
    expect([...control.reruns.value.items.keys()]).toEqual(['autoscaling-headroom']);
    expect([control.payload.value, control.run.value?.picks, control.verdict.value?.total]).toEqual([link, ['circuit-breaker'], got]);
    control.send({ type: 'picks', picks: ['circuit-breaker'] });
    expect(await control.playPicks()).toBeNull();
    control.close();

    const again = openDebrief(page(store).room, control.payload.value); // the page is loaded anew
    await settled();
    expect(again.state.value).toEqual(control.state.value);
    expect(again.reruns.value.items.get('circuit-breaker')).toEqual(control.reruns.value.items.get('circuit-breaker'));
    again.close();
  });

  it('refuses a pick over ten points with a sentence, and leaves the record as it was', async () => {
    const { room, routes } = page();
    const control = openDebrief(room, payload);
    await settled();
    control.send({ type: 'picks', picks: ['circuit-breaker', 'autoscaling-headroom', 'distil'] });
    expect(await control.playPicks()).toMatch(/\w+ \w+/);
    expect([routes, control.payload.value]).toEqual([[], payload]);
    control.close();
  });
});
