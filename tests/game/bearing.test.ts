import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/domain/action.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import { restsOn, whyNoBearing, whyNotOfAnswer, type Matter } from '../../src/game/bearing.ts';
import { subjectsOf } from '../../src/game/bearing-subjects.ts';
import { SLOTS, type BeliefStatus, type Slot } from '../../src/game/board.ts';
import { expertFor } from '../../src/policy/expert.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { createRun, replayInto, type Run } from '../../src/run/run.ts';
import type { Option } from '../../src/scenario/brief.ts';
import { openTruth } from '../../src/scenario/truth.ts';
import { shipped } from '../scenario/shipped.ts';
import { DRILLS, lookedAtAll } from './all-looks.ts';

const TOLD: readonly BeliefStatus[] = ['supported', 'weakened', 'excluded'];

const matterOf = (run: Run, log: readonly LogEntry[] = []): Matter => ({ brief: run.scenario.brief, observation: run.observe(), log });

const causeOf = (run: Run, id: string): Option => {
  const found = run.scenario.brief.causes.find((cause) => cause.id === id);
  if (found === undefined) throw new Error(`expected a cause ${id}`);
  return found;
};

const titled = (run: Run, title: string): Evidence => {
  const found = run.observe().evidence.find((each) => each.title === title);
  if (found === undefined) throw new Error(`expected evidence titled ${title}`);
  return found;
};

const noted = (cause: string, status: BeliefStatus, evidence: readonly string[]): LogEntry => ({
  tick: 900,
  action: { type: 'hypothesis', cause, status, confidence: 10, evidence: [...evidence] },
});

describe('evidence that bears on a cause', () => {
  it('is all that the expert cites, in every variant of every drill', () => {
    let variants = 0;
    let cited = 0;
    for (const drill of DRILLS) {
      const scenario = shipped(drill);
      for (const variant of openTruth(scenario.sealed).variants.map(({ id }) => id)) {
        variants += 1;
        const { log } = playPolicy(scenario, expertFor(scenario, variant), { seed: '3', variant }).record();
        const first = log.findIndex(({ action }) => action.type === 'hypothesis');
        const run = createRun(scenario, { seed: '3', variant, checkpoints: false });
        replayInto(run, log.slice(0, first), Infinity);
        const claim = log.findLast(({ action }) => action.type === 'claim-cause')?.action;
        const claimed = new Set(claim?.type === 'claim-cause' ? claim.evidence : []);
        expect(claimed.size, `${drill} ${variant}: a claim cites evidence`).toBeGreaterThan(0);
        log.forEach(({ action }, i) => {
          if (action.type !== 'hypothesis') return;
          const cause = causeOf(run, action.cause);
          const evidence = run.observe().evidence.filter(({ id }) => action.evidence.includes(id));
          expect(evidence).toHaveLength(action.evidence.length);
          const where = `${drill} ${variant}: ${cause.text} ${action.status}`;
          expect(restsOn(cause, evidence, action.status, matterOf(run, log.slice(0, i))), `${where}, as it is noted`).toBe(true);
          for (const each of evidence) {
            cited += 1;
            expect(
              whyNoBearing(cause, each, action.status, matterOf(run, log)),
              `${where} by ${each.title}, on the whole board`,
            ).toBeNull();
            if (action.status === 'supported') claimed.delete(each.id);
          }
        });
        expect([...claimed], `${drill} ${variant}: what is claimed also supports the cause`).toEqual([]);
        if (claim?.type !== 'claim-cause') continue;
        for (const slot of SLOTS) {
          const answer = scenario.brief.board[slot].find(({ id }) => id === claim[slot])!;
          for (const each of run.observe().evidence.filter(({ id }) => claim.evidence.includes(id)))
            expect(
              whyNotOfAnswer(slot, answer, each, { brief: scenario.brief, observation: run.observe(), log }),
              `${drill} ${variant}: ${answer.text} by ${each.title}`,
            ).toBeNull();
        }
      }
    }
    console.info(`expert, seed 3: ${cited} pieces of evidence cited in ${variants} variants, all of them bear on what they are cited for`);
    expect(variants).toBe(24);
  }, 240_000);

  it('is for every cause less than all that can be looked at, and more than nothing', () => {
    for (const drill of DRILLS) {
      const run = lookedAtAll(drill, '11');
      const matter = matterOf(run);
      const { evidence } = matter.observation;
      const shares = run.scenario.brief.causes.map((cause) => {
        expect(subjectsOf(cause.text), cause.text).not.toEqual([]);
        const bears = (status: BeliefStatus): number =>
          evidence.filter((each) => whyNoBearing(cause, each, status, matter) === null).length / evidence.length;
        expect(bears('open')).toBe(1);
        expect(bears('excluded'), `${drill}: ${cause.text} can be excluded by something`).toBeGreaterThan(0);
        for (const status of TOLD) expect(bears(status), `${drill}: ${cause.text} ${status}`).toBeLessThan(1);
        return bears('supported');
      });
      console.info(
        `${drill}, seed 11: share of all evidence that may support a cause: ${shares.map((share) => share.toFixed(2)).join(', ')}`,
      );
      expect(Math.max(...shares), drill).toBeLessThan(2 / 3);
    }
  });

  it('is told from causes and system alone, in whatever order an author lists the causes', () => {
    for (const drill of DRILLS) {
      const run = lookedAtAll(drill, '11');
      const matter = matterOf(run);
      const { causes, system } = matter.brief;
      const turned: Matter = { ...matter, brief: { causes: [...causes].reverse(), system } };
      for (const cause of causes)
        for (const each of matter.observation.evidence)
          expect(whyNoBearing(cause, each, 'supported', turned), `${drill}: ${cause.text} by ${each.title}`).toBe(
            whyNoBearing(cause, each, 'supported', matter),
          );
    }
  });

  it('of a slow partition is the feature store and where the time went, not money, versions or access logs', () => {
    const run = lookedAtAll('latency-spike', '11', 'feature-store');
    const cause = causeOf(run, 'hot-partition');
    const bears = (title: string): boolean => whyNoBearing(cause, titled(run, title), 'supported', matterOf(run)) === null;
    expect(['Feature store', 'A slow trace', 'Business', 'By model version', 'Logs of Gateway', 'Change history'].map(bears)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    const why = whyNoBearing(cause, titled(run, 'Business'), 'supported', matterOf(run));
    expect(why).toContain('this cause is about the feature store');
    expect(why).toContain('“Business” shows nothing of that');
    expect(restsOn(cause, [titled(run, 'Business')], 'supported', matterOf(run))).toBe(false);
    expect(restsOn(cause, [titled(run, 'Business'), titled(run, 'Feature store')], 'supported', matterOf(run))).toBe(true);
    expect(restsOn(cause, [titled(run, 'Business')], 'open', matterOf(run))).toBe(true);
  });

  it('of an answer on the board is said in the same way, but of why the gates missed it nothing is', () => {
    const run = lookedAtAll('latency-spike', '11', 'feature-store');
    const { brief } = run.scenario;
    const why = (slot: Slot, id: string, title: string, log: readonly LogEntry[] = []): string | null =>
      whyNotOfAnswer(
        slot,
        brief.board[slot].find((one) => one.id === id)!,
        titled(run, title),
        { brief, observation: run.observe(), log },
      );
    expect(why('enters', 'feature-read', 'Feature store')).toBeNull();
    expect(why('enters', 'feature-read', 'Business')).toContain('this is about the feature store');
    expect(why('missed', 'store-by-average', 'Business')).toBeNull();
    expect(why('enters', 'feature-read', 'By model version')).not.toBeNull();
    const versions = titled(run, 'By model version');
    expect(why('enters', 'feature-read', 'By model version', [noted('heavy-model', 'excluded', [versions.id])])).toBeNull();
  });

  it("of a cause in words that nobody knows here is whatever is out of the ordinary: a drill of one's own stays playable", () => {
    const run = lookedAtAll('latency-spike', '11', 'feature-store');
    const cause: Option = { id: 'moon', text: 'El tercer anillo gira al revés' };
    expect(subjectsOf(cause.text)).toEqual([]);
    const { brief, ...rest } = matterOf(run);
    const matter: Matter = { brief: { ...brief, causes: [cause, ...brief.causes] }, ...rest };
    const why = (title: string, status: BeliefStatus): string | null => whyNoBearing(cause, titled(run, title), status, matter);
    expect(why('Feature store', 'supported')).toBeNull();
    expect(why('Change history', 'excluded')).toBeNull();
    expect(TOLD.every((status) => run.observe().evidence.some((each) => restsOn(cause, [each], status, matter)))).toBe(true);
  });

  it('where all is normal supports nothing, but excludes', () => {
    const run = lookedAtAll('latency-spike', '11', 'deploy');
    const cause = causeOf(run, 'hot-partition');
    const store = titled(run, 'Feature store');
    expect(whyNoBearing(cause, store, 'supported', matterOf(run))).toContain('normal figures support no cause');
    expect(whyNoBearing(cause, store, 'excluded', matterOf(run))).toBeNull();
  });

  it('that rules one cause out speaks for those that are left, once that is noted; a note that had no ground does not count', () => {
    const run = lookedAtAll('latency-spike', '11', 'deploy');
    const cause = causeOf(run, 'pool-too-small');
    const [store, business] = [titled(run, 'Feature store'), titled(run, 'Business')];
    const because = (log: readonly LogEntry[], evidence: Evidence): boolean =>
      whyNoBearing(cause, evidence, 'supported', matterOf(run, log)) === null;
    expect(because([], store)).toBe(false);
    expect(because([noted('hot-partition', 'excluded', [store.id])], store)).toBe(true);
    expect(because([noted('hot-partition', 'excluded', [business.id])], business)).toBe(false);
    expect(because([noted('hot-partition', 'excluded', [store.id]), noted('hot-partition', 'open', [store.id])], store)).toBe(false);
  });

  it('read after a change is told by its chart, and by nothing where it has none', () => {
    const run = lookedAtAll('latency-spike', '11', 'deploy');
    const changed: LogEntry = { tick: (run.pageTick ?? 0) + 1, action: { type: 'rollback' } };
    const cause = causeOf(run, 'hot-partition');
    expect(whyNoBearing(cause, titled(run, 'Feature store'), 'excluded', matterOf(run, [changed]))).toBeNull();
    const { body: _, ...store } = titled(run, 'Feature store');
    const snapshot: Evidence = { ...store, body: { kind: 'table', columns: [], rows: [], finding: '' } };
    expect(whyNoBearing(cause, snapshot, 'excluded', matterOf(run, [changed]))).toContain('after your own change');
  });
});
