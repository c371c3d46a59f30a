import { describe, expect, it } from 'vitest';
import type { Action, Look } from '../../src/domain/action.ts';
import type { Terms } from '../../src/domain/difficulty.ts';
import { USUAL_TERMS } from '../../src/domain/difficulty.ts';
import type { ColleagueView } from '../../src/domain/observation.ts';
import { createRun, playRecord, type Run } from '../../src/run/run.ts';
import { shipped } from '../scenario/shipped.ts';

const DRILLS = ['latency-spike', 'silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'] as const;
type Drill = (typeof DRILLS)[number];
const SEED = '5';

/** A run that has just been paged. */
function paged(id: Drill, terms: Partial<Terms> = {}, seed = SEED, variant?: string): Run {
  const run = createRun(shipped(id), { seed, variant, terms: { ...USUAL_TERMS, ...terms } });
  while (run.pageTick === null) run.advance(run.tick + 1);
  return run;
}

const viewOf = (run: Run, id: string): ColleagueView => run.observe().colleagues.find((one) => one.id === id)!;
const escalate = (to: string): Action => ({ type: 'escalate', to });
const ask = (who: string, look: Look): Action => ({ type: 'ask-colleague', who, look });

function accepted(run: Run, action: Action): number {
  const outcome = run.dispatch(action);
  if (!outcome.accepted) throw new Error(`expected ${action.type} to be accepted at tick ${run.tick}, got: ${outcome.reason}`);
  return outcome.effectTick;
}

const refused = (run: Run, action: Action): string => {
  const outcome = run.dispatch(action);
  return outcome.accepted ? 'accepted' : outcome.reason;
};

describe.each(DRILLS)('colleagues in %s', (id) => {
  it('come within the time that the system says, and not before', () => {
    for (const seed of ['1', '2', '3', '4', '5', '6']) {
      const run = paged(id, {}, seed);
      const { tickSeconds } = shipped(id).brief;
      for (const { id: who, comesSeconds } of run.menu().colleagues) {
        const fork = run.fork();
        const there = accepted(fork, escalate(who));
        const seconds = (there - run.tick) * tickSeconds;
        expect(seconds, `${who}, seed ${seed}`).toBeGreaterThanOrEqual(comesSeconds.from - tickSeconds);
        expect(seconds, `${who}, seed ${seed}`).toBeLessThanOrEqual(comesSeconds.to + tickSeconds);
        fork.advance(there - 1);
        expect(viewOf(fork, who)).toMatchObject({ state: 'on-the-way', hereTick: there });
        fork.advance(there);
        expect(viewOf(fork, who)).toMatchObject({ state: 'here', hereTick: there });
      }
    }
  });

  it('read what the system says they read, which are looks of this drill', () => {
    for (const offer of paged(id).menu().colleagues) {
      expect(offer.looks.length, offer.id).toBeGreaterThan(0);
      expect(offer.reads).toEqual(offer.looks.map(({ label }) => label));
    }
  });

  it('somebody may decide, and somebody reads what tells causes apart', () => {
    const { colleagues } = paged(id).menu();
    expect(colleagues.some(({ decides }) => decides)).toBe(true);
    expect(new Set(colleagues.flatMap(({ reads }) => reads)).size).toBeGreaterThanOrEqual(6);
  });

  it('bring the very evidence that the player would have seen at that tick', () => {
    const run = paged(id);
    const [offer] = run.menu().colleagues;
    const who = offer!.id;
    run.advance(accepted(run, escalate(who)));
    for (const { look } of run.menu().colleagues[0]!.looks) {
      const [byThem, bySelf] = [run.fork(), run.fork()];
      const back = accepted(byThem, ask(who, look));
      expect(accepted(bySelf, look)).toBe(back);
      byThem.advance(back);
      bySelf.advance(back);
      const { by, ...theirs } = byThem.observe().evidence.at(-1)!;
      expect(by).toBe(who);
      expect(theirs).toEqual(bySelf.observe().evidence.at(-1));
    }
  });
});

describe('a colleague who was asked', () => {
  const spike = (): Run => {
    const run = paged('latency-spike');
    run.advance(accepted(run, escalate('platform-engineer')));
    return run;
  };
  const trace: Look = { type: 'look-trace', pick: 'slow' };
  const logs: Look = { type: 'look-logs', station: 'fraud-api' };
  const store: Look = { type: 'look-dashboard', dashboard: 'feature-store' };

  it('looks beside the player: neither waits for the other', () => {
    const run = spike();
    const start = run.tick;
    const mine = accepted(run, store);
    const theirs = accepted(run, ask('platform-engineer', trace));
    expect(mine - start).toBe(60);
    expect(theirs - start).toBe(240);
    expect(run.busyUntil()).toBe(mine);
    run.advance(theirs);
    expect(run.observe().evidence.map(({ id, by, look }) => [id, by, look.type])).toEqual([
      ['E1', undefined, 'look-dashboard'],
      ['E2', 'platform-engineer', 'look-trace'],
    ]);
  });

  it('makes one look after the other', () => {
    const run = spike();
    const first = accepted(run, ask('platform-engineer', trace));
    const second = accepted(run, ask('platform-engineer', logs));
    expect(second - first).toBe(180);
    expect(viewOf(run, 'platform-engineer')).toMatchObject({ state: 'looking', busyUntil: second });
    run.advance(first);
    expect(viewOf(run, 'platform-engineer').state).toBe('looking');
    run.advance(second);
    expect(viewOf(run, 'platform-engineer').state).toBe('here');
  });

  it('says what stands out of what they saw: what a trace found, else the figures furthest from normal', () => {
    const run = spike();
    run.advance(accepted(run, ask('platform-engineer', trace)));
    run.advance(accepted(run, ask('platform-engineer', { type: 'look-dashboard', dashboard: 'saturation' })));
    const said = run.observe().conversation.filter(({ from }) => from === 'platform-engineer');
    expect(said.map(({ text }) => text)).toEqual([
      'I am here. What should I look at?',
      expect.stringMatching(/^A slow trace: \d+ % of this trace is .+\.$/),
      expect.stringMatching(/^Saturation: .+ \(normal .+\)\.$/),
    ]);
  });

  it('says that all is as usual only of figures whose normal is known, and tells the others as they are', () => {
    const told = (id: Drill, who: string, look: Look): string => {
      const run = paged(id);
      run.advance(accepted(run, escalate(who)));
      run.advance(accepted(run, ask(who, look)));
      return run.observe().conversation.findLast(({ from }) => from === who)!.text;
    };
    expect(told('latency-spike', 'feature-platform', store)).toBe('Feature store: nothing in it is out of the ordinary.');
    expect(told('latency-spike', 'platform-engineer', { type: 'look-changes' })).toMatch(
      /^Change history: 2 entries, the newest: Dashboard sidecar: /,
    );
    expect(told('silent-schema', 'data-platform', { type: 'look-distributions' })).toMatch(/: Most changed feature: PSI \d/);
    expect(told('gates-green-72h', 'app-team', { type: 'look-messages' })).toMatch(/^Messages from other teams: 3 entries, the newest: \S/);
    expect(told('bad-canary', 'release-engineer', { type: 'look-segments', by: 'segment' })).toMatch(/: No group stands out/);
  });

  it('tells money at the pace of the drill', () => {
    const run = paged('slow-fade');
    run.advance(accepted(run, escalate('head-of-risk')));
    run.advance(accepted(run, ask('head-of-risk', { type: 'look-dashboard', dashboard: 'business' })));
    expect(run.observe().conversation.findLast(({ from }) => from === 'head-of-risk')!.text).toMatch(/Impact a day €/);
  });

  it('gives each entry of the log its own piece of evidence, whichever came back first', () => {
    const run = spike();
    const theirs = accepted(run, ask('platform-engineer', trace));
    accepted(run, store);
    run.advance(theirs);
    const entries = run.trace().entries.filter(({ action }) => action.type === 'ask-colleague' || action.type.startsWith('look-'));
    expect(entries.map(({ action, evidence }) => [action.type, evidence?.look.type])).toEqual([
      ['ask-colleague', 'look-trace'],
      ['look-dashboard', 'look-dashboard'],
    ]);
  });

  it('opens a dashboard for the player too, live from there', () => {
    const run = paged('latency-spike');
    run.advance(accepted(run, escalate('feature-platform')));
    run.advance(accepted(run, ask('feature-platform', store)));
    expect(run.observe().dashboards.map(({ id }) => id)).toEqual(['feature-store']);
  });
});

describe('what cannot be', () => {
  it('is said: nobody by that name, twice, before they are there, and what they do not read', () => {
    const run = paged('latency-spike');
    const read: Look = { type: 'look-trace', pick: 'slow' };
    expect(refused(run, escalate('nobody'))).toBe('to: expected one of platform-engineer, feature-platform, duty-manager, got "nobody"');
    expect(refused(run, ask('platform-engineer', read))).toBe('the platform engineer has not been called in');
    const there = accepted(run, escalate('platform-engineer'));
    expect(refused(run, escalate('platform-engineer'))).toMatch(/^the platform engineer has been called and is expected at \d\d:\d\d$/);
    expect(refused(run, ask('platform-engineer', read))).toMatch(/^the platform engineer is on the way, expected at \d\d:\d\d$/);
    expect(refused(run, ask('feature-platform', read)), 'a team on call').toBe('the feature platform has not been called in');
    run.advance(there);
    expect(refused(run, escalate('platform-engineer'))).toBe('the platform engineer is here already');
    expect(refused(run, ask('platform-engineer', { type: 'look-dashboard', dashboard: 'upstream' }))).toMatch(
      /^the platform engineer does not read that/,
    );
    accepted(run, { type: 'resolve' });
    expect(refused(run, escalate('duty-manager'))).toMatch(/the incident is over/);
  });

  it('who comes after it was closed is paid, and says nothing', () => {
    const run = paged('latency-spike');
    const without = run.fork();
    accepted(run, escalate('duty-manager'));
    for (const one of [run, without]) accepted(one, { type: 'resolve' });
    const { conversation } = run.trace();
    expect(conversation.filter(({ from }) => from === 'duty-manager')).toEqual([]);
    expect(run.impactEur() - without.impactEur()).toBeCloseTo(120, 6);
  });

  it('before the page nobody can be called', () => {
    const run = createRun(shipped('latency-spike'), { seed: SEED });
    run.advance(10);
    expect(refused(run, escalate('duty-manager'))).toBe('nothing has paged yet');
  });
});

describe('calling somebody in', () => {
  it('costs what the system says, once, in what the night comes to and in what is shown', () => {
    for (const id of DRILLS) {
      const [without, called] = [paged(id), paged(id)];
      const offer = called.menu().colleagues[0]!;
      const there = accepted(called, escalate(offer.id));
      const shown = (): number => {
        without.advance(called.tick);
        return called.observe().impact.eur - without.observe().impact.eur;
      };
      called.advance(there - 1);
      expect(shown(), id).toBe(0);
      called.advance(there + 30);
      expect(shown(), id).toBeCloseTo(offer.eur, 6);
      expect(called.impactEur() - without.impactEur(), id).toBeCloseTo(offer.eur, 6);
      expect(shown(), id).toBeCloseTo(offer.eur, 6);
    }
  });

  it('moves nothing else: every series but the bill stays as it was', () => {
    const [without, called] = [paged('silent-schema'), paged('silent-schema')];
    called.advance(accepted(called, escalate('data-platform')));
    accepted(called, ask('data-platform', { type: 'look-lineage' }));
    const [then, now] = [without.trace().series, called.trace().series];
    for (const key of Object.keys(then)) if (key !== 'business.impact_eur') expect(now[key]!.values, key).toEqual(then[key]!.values);
  });

  it('takes as long whenever they are called', () => {
    const early = paged('bad-canary');
    const late = paged('bad-canary');
    late.advance(late.tick + 37);
    expect(accepted(late, escalate('data-scientist')) - late.tick).toBe(accepted(early, escalate('data-scientist')) - early.tick);
  });

  it('replays to the same hash from its record, and forks keep who is there', () => {
    const run = paged('latency-spike');
    const there = accepted(run, escalate('feature-platform'));
    run.advance(there + 5);
    accepted(run, ask('feature-platform', { type: 'look-trace', pick: 'slow' }));
    const fork = run.forkAt(there + 20);
    expect(viewOf(fork, 'feature-platform')).toEqual(expect.objectContaining({ state: 'looking', hereTick: there }));
    const hash = run.finalHash();
    expect(playRecord(shipped('latency-spike'), run.record()).finalHash()).toBe(hash);
    expect(fork.finalHash()).toBe(hash);
  });
});

describe('who decides', () => {
  /** Forks of a run at moments at which a lasting change waits for an absent colleague. */
  const blocked = (): Run => {
    for (let seed = 1; seed < 40; seed += 1) {
      const run = paged('latency-spike', { complications: 2 }, String(seed), 'deploy');
      const reason = run.menu().changes.find(({ action }) => action.type === 'repoint-champion')?.refusal ?? '';
      if (reason.includes('away until')) return run;
    }
    throw new Error('expected a night among 40 in which a colleague is away at the page');
  };

  it('agrees to lasting changes while the one who usually does is away, and the refusal says so', () => {
    const run = blocked();
    const lasting = run.menu().changes.find(({ action }) => action.type === 'repoint-champion')!;
    expect(lasting.refusal).toMatch(/^the colleague who has to agree to this is away until .*; the duty manager could be called in$/);
    const alone = run.fork();
    const there = accepted(run, escalate('duty-manager'));
    run.advance(there);
    alone.advance(there);
    const reasonOf = (one: Run): string | null => one.menu().changes.find(({ action }) => action.type === 'repoint-champion')!.refusal;
    expect(reasonOf(run)).toBeNull();
    if (reasonOf(alone) !== null) expect(refused(alone, lasting.action)).toMatch(/away until/);
    expect(run.dispatch(lasting.action).accepted).toBe(true);
  });

  it('brings changes forward where the deploy queue is busy; others who came do not', () => {
    const slow = (run: Run): number => run.menu().changes.find(({ action }) => action.type === 'rollback')!.delaySeconds.to;
    const usual = slow(paged('latency-spike'));
    let tried = 0;
    for (let seed = 1; seed < 40; seed += 1) {
      const run = paged('latency-spike', { complications: 3 }, String(seed));
      const [decided, read] = [run.fork(), run.fork()];
      accepted(decided, escalate('duty-manager'));
      accepted(read, escalate('platform-engineer'));
      decided.advance(run.tick + 480);
      read.advance(run.tick + 480);
      if (slow(read) === usual) continue;
      tried += 1;
      expect(slow(read)).toBeGreaterThan(usual);
      expect(slow(decided)).toBe(usual);
    }
    expect(tried).toBeGreaterThan(3);
  });
});
