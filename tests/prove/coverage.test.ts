import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { shipped } from '../../src/cli/library.ts';
import { scoreRun } from '../../src/judge/score.ts';
import { openStream } from '../../src/kernel/streams.ts';
import { none } from '../../src/policy/none.ts';
import { playPolicy, type Policy } from '../../src/policy/policy.ts';
import { CHECKS, elementsOf } from '../../src/prove/coverage/elements.ts';
import { playsFor } from '../../src/prove/coverage/plays.ts';
import { restingOn, sightingsIn, type Sighting } from '../../src/prove/coverage/sightings.ts';
import { doCoverageTask } from '../../src/prove/coverage/tasks.ts';
import { twisted } from '../../src/prove/coverage/twist.ts';
import { playList, type FixedList } from '../../src/prove/lists/fixed-list.ts';
import { decodeLink, encodeLink } from '../../src/run/link.ts';
import { createRun } from '../../src/run/run.ts';
import type { RunTrace } from '../../src/run/trace.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { withTruth } from '../support/a-scenario.ts';
import { PLAYBOOK, SPIKE, spike } from '../scenario/shipped.ts';
import { bestOf, runsOn, shownBy, shownIn, withCites, type Best, type Shown } from './coverage-runs.ts';

const scenario = spike();
const entries = new Set((parse(PLAYBOOK.text) as { id: string }[]).map(({ id }) => id));
const VARIANTS = ['deploy', 'traffic']; // two of the four, to be quick

let shown: Shown;
let best: ReadonlyMap<string, Best>;
beforeAll(() => {
  shown = shownIn(
    scenario,
    VARIANTS.flatMap((variant) => runsOn(scenario, variant)),
  );
  best = bestOf(shown);
}, 120_000);

const elements = elementsOf(scenario);
const citing = (id: string) => elements.filter(({ cites }) => cites.includes(id));
const isInChecks = (id: string): boolean => CHECKS.some(({ cites }) => cites.includes(id));
const same = (a: Sighting, b: Sighting): boolean => a.id === b.id && a.way === b.way && a.tick === b.tick;

const played = (variant: string, policy: Policy, of: Scenario = scenario): RunTrace =>
  playPolicy(of, policy, { seed: '1', variant }).trace();
const listed = (variant: string, list: FixedList): RunTrace => {
  const run = createRun(scenario, { seed: '1', variant, checkpoints: false });
  playList(run, list);
  return run.trace();
};
const idsOf = (sightings: readonly Sighting[], way: Sighting['way']): string[] =>
  sightings.filter((one) => one.way === way).map(({ id }) => id);

describe('what cites the playbook', () => {
  it('is every list of citations in a scenario file, each once', () => {
    const listsIn = (value: unknown): number =>
      typeof value !== 'object' || value === null
        ? 0
        : Object.entries(value).reduce((sum, [key, inner]) => sum + (key === 'cites' ? 1 : listsIn(inner)), 0);
    expect(elements.length).toBe(listsIn(parse(SPIKE.text)));
    expect(new Set(elements.map(({ name }) => name)).size).toBe(elements.length);
  });

  it('cites one to four entries that there are', () => {
    const all = [scenario, ...shipped()].flatMap((one) => elementsOf(one));
    for (const { name, cites } of [...all, ...CHECKS]) {
      expect(cites.length, name).toBeGreaterThan(0);
      expect(cites.length, name).toBeLessThanOrEqual(4);
      for (const id of cites) expect(entries, `${name} cites ${id}`).toContain(id);
    }
  });

  it('comes to at most four entries in every line of the scores of many runs', () => {
    const lines = [...shown.keys()].flatMap(({ trace }) => scoreRun(scenario, trace).parts.flatMap((part) => part.lines));
    expect(lines.length).toBeGreaterThan(1000);
    for (const line of lines) {
      expect(line.cites.length, line.text).toBeGreaterThan(0);
      expect(line.cites.length, line.text).toBeLessThanOrEqual(4);
      for (const id of line.cites) expect(entries).toContain(id);
    }
  });
});

describe('a witness', () => {
  it('is gone when what it stands for is no longer cited, and moves where something else cites it', () => {
    const draw = openStream('20 entries', 'coverage', 'test').next;
    const left = [...best.keys()].sort();
    const chosen = Array.from({ length: 20 }, () => left.splice(Math.floor(draw() * left.length), 1)[0]!);
    const names = (id: string): readonly string[] => citing(id).map(({ name }) => name);
    const without = (which: (id: string) => readonly string[]): Scenario =>
      withCites(scenario, (at, cites) => cites.filter((id) => !chosen.includes(id) || !which(id).includes(at)));
    const unchanged = (id: string, by: Scenario): boolean =>
      shownBy(by, best.get(id)!.run).some((one) => same(one, best.get(id)!.sighting));
    const sources = new Map(
      chosen.map((id) => [
        id,
        names(id).filter(
          (name) =>
            !unchanged(
              id,
              without((other) => (other === id ? [name] : [])),
            ),
        ),
      ]),
    );
    const elsewhere = (id: string): boolean => isInChecks(id) || names(id).some((name) => !sources.get(id)!.includes(name));

    const uncited = bestOf(shownIn(without(names), shown.keys()));
    expect(chosen.filter((id) => uncited.has(id))).toEqual(chosen.filter(isInChecks));

    const taken = bestOf(
      shownIn(
        without((id) => sources.get(id)!),
        shown.keys(),
      ),
    );
    const moved = chosen.filter((id) => {
      const now = taken.get(id);
      if (sources.get(id)!.length === 0) return false; // a check cites it in the very line
      if (now !== undefined) expect(now.run === best.get(id)!.run && same(now.sighting, best.get(id)!.sighting), id).toBe(false);
      expect(now === undefined || elsewhere(id), id).toBe(true);
      return now !== undefined;
    });
    expect(moved.length).toBeGreaterThan(0);
    expect(chosen.filter((id) => !elsewhere(id)).length).toBeGreaterThan(0);
  }, 120_000);

  it('is no run in which nobody does anything', () => {
    for (const variant of VARIANTS) expect(sightingsIn(scenario, played(variant, none))).toEqual([]);
  });

  it('is no citation that no play reaches', () => {
    const never = 'g2-prep-mock-practice';
    const strange = withTruth(scenario, (truth) => {
      const tell = { ...truth.tells.find(({ id }) => id === 'version-split')!, id: 'never', above: 1e9, cites: [never] };
      return { ...truth, tells: [tell, ...truth.tells] };
    });
    const element = elementsOf(strange).find(({ name }) => name === 'tells.never')!;
    const plays = playsFor(strange, 'deploy', element);
    expect(plays.length).toBeGreaterThan(0);
    for (const policy of plays) {
      const trace = played('deploy', policy, strange);
      const shown = [...sightingsIn(strange, trace), ...restingOn(strange, trace, 'never')];
      expect(shown.map(({ id }) => id)).not.toContain(never);
    }
  });

  it('is no charge where there was nothing to lose', () => {
    const restart = [{ afterPageSeconds: 60, action: { type: 'restart' } }] as const;
    const alone = listed('deploy', restart);
    const charge = scoreRun(scenario, alone).parts.flatMap((part) => part.lines).filter((line) => line.points < 0); // prettier-ignore
    expect(charge.length).toBeGreaterThan(0);
    expect(idsOf(sightingsIn(scenario, alone), 'charged')).toEqual([]);
    const seen = [{ afterPageSeconds: 0, action: { type: 'look-dashboard', dashboard: 'versions' } }, ...restart] as const;
    expect(idsOf(sightingsIn(scenario, listed('deploy', seen)), 'charged')).toContain('g1-q10-rollback-options');
  });

  it('is no prevention that did nothing that night', () => {
    const picks = ['autoscaling-headroom', 'canary-latency-gate'];
    const trace = played('traffic', twisted(scenario, 'traffic', { plan: { preventions: picks } }));
    const wasted = scoreRun(scenario, trace).parts.find(({ id }) => id === 'prevention')!.lines.filter((line) => line.points < 0); // prettier-ignore
    expect(wasted.flatMap(({ cites }) => cites)).toContain('g1-q10-canary-gate-latency');
    const shown = sightingsIn(scenario, trace);
    expect(idsOf(shown, 'earned')).toContain('g1-q09-enable-autoscaling');
    expect(shown.map(({ id }) => id)).not.toContain('g1-q10-canary-gate-latency');
  });

  it('of a tell that no line cites rests on points that are lost without it', () => {
    const { sighting, run } = best.get('g1-q04-monitor-business-kpi')!;
    expect(sighting).toMatchObject({ way: 'rested', tell: 'customers-hit' });
    expect(restingOn(scenario, played('deploy', none), 'customers-hit')).toEqual([]);
    expect(run.trace.evidence.map(({ tick }) => tick)).toContain(sighting.tick);
  });
});

describe('runs made for one element', () => {
  it('show harm as a charge, alternatives and preventions as points, in every variant that has them', () => {
    const all = [...shown.values()].flat();
    for (const element of elements) {
      const own = 'variants' in element ? element.variants : 'variant' in element ? [element.variant] : VARIANTS;
      if (element.kind === 'tell' || element.kind === 'beat' || !own.some((variant) => VARIANTS.includes(variant))) continue;
      const way = element.kind === 'harmful' ? 'charged' : 'earned';
      for (const id of element.cites) expect(idsOf(all, way), `${element.name} ${id}`).toContain(id);
    }
  });

  it('are the same each time, and their links replay to what is claimed of them and to nothing else', () => {
    const known = Object.fromEntries([...entries].map((id) => [id, 'earned' as const]));
    delete known['g1-q23-communicate-ambiguity']; // only a charge shows it
    const task = { task: 'twists', variant: 'traffic', known } as const;
    const finds = doCoverageTask(scenario, task);
    expect(doCoverageTask(scenario, task)).toEqual(finds);
    expect(finds.map(({ id, way }) => [id, way])).toEqual([['g1-q23-communicate-ambiguity', 'charged']]);
    const { link, variant, seed, ...claim } = finds[0]!;
    expect([variant, seed]).toEqual(['traffic', '1']);
    const claims = [claim, { ...claim, tick: claim.tick + 1 }, { ...claim, id: 'g2-prep-mock-practice' }];
    expect(doCoverageTask(scenario, { task: 'replay', link, claims })).toEqual([true, false, false]);
    const decoded = decodeLink(link);
    const other = decoded.ok ? encodeLink(decoded.record, '0'.repeat(16)) : '';
    expect(doCoverageTask(scenario, { task: 'replay', link: other, claims: [claim] })).toEqual([false]);
    expect(doCoverageTask({ ...scenario, contentHash: '0'.repeat(16) }, { task: 'replay', link, claims: [claim] })).toEqual([false]);
  }, 120_000);
});
