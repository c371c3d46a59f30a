import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import { watched, type Progress } from '../../src/cli/watched.ts';
import { lossReport } from '../../src/judge/loss/loss.ts';
import { encodeLink } from '../../src/run/link.ts';
import { replayInto, createRun } from '../../src/run/run.ts';
import { called, printed } from './called.ts';

const scenario = scenarioOf('latency-spike');

/** A link to a run with two changes before and after a trace, in the night when the store is slow. */
function link(): { readonly link: string; readonly run: ReturnType<typeof createRun> } {
  const run = createRun(scenario, { seed: '11', variant: 'feature-store' });
  replayInto(
    run,
    [
      { tick: 1000, action: { type: 'set-timeout', route: 'merchant-risk', timeoutMs: 900 } },
      { tick: 1001, action: { type: 'look-trace', pick: 'slow' } },
      { tick: 1300, action: { type: 'scale', replicas: 16 } },
    ],
    Infinity,
  );
  return { link: encodeLink(run.record(), run.finalHash()), run };
}

describe('cli loss', () => {
  it('prints JSON alone, with the same figures as the analysis', async () => {
    const { link: payload, run } = link();
    const of = (await printed('loss', payload, '--json')) as { actions: { loss: number; luck: number; mark: string; open: string[] }[] };
    const report = lossReport(scenario, run.record());
    expect(Object.keys(of)).toEqual(['scenario', 'seed', 'variant', 'avoidableEur', 'actions']);
    expect(of.actions.map(({ mark, open }) => ({ mark, open }))).toEqual(report.actions.map(({ mark, open }) => ({ mark, open })));
    of.actions.forEach(({ loss, luck }, i) => {
      expect(loss).toBeCloseTo(report.actions[i]!.loss, 4);
      expect(luck).toBeCloseTo(report.actions[i]!.luck, 4);
    });
  });

  it('says in words what each decision lost, and what the evidence had excluded', async () => {
    const { code, out } = await called('loss', link().link);
    expect(code).toBe(0);
    expect(out).toMatch(/^Avoidable: deploy €[\d,]+, feature-store €[\d,]+, traffic €[\d,]+, upstream €[\d,]+$/m);
    expect(out).toMatch(/^ {2}02:\d\d:\d\d +−?\d+ % +−?\d+ % {2}[?! ]{2} {2}set-timeout \(route merchant-risk; timeoutMs 900\)$/m);
    expect(out).toMatch(/^ {2}no longer open: deploy, by time-in-features \(E1, 02:\d\d:\d\d\)/m);
    expect(out).toMatch(/^ {2}02:\d\d:\d\d +\d+ % +0 % {2}\?{1,2} +scale \(replicas 16\)$/m);
    expect(out).not.toMatch(/undefined|NaN|\[object/);
  });

  it('refuses what holds no run', async () => {
    expect(await called('loss', 'nonsense')).toMatchObject({ code: 1, out: '' });
    expect(await called('loss')).toMatchObject({ code: 2, out: '' });
  });
});

describe('long work on the command line', () => {
  function* work(steps: number): Generator<Progress, string> {
    for (let done = 1; done <= steps; done += 1) yield { done, of: steps };
    return 'done';
  }
  const listen = () => {
    const said: string[] = [];
    return { said, io: { out: () => undefined, err: (text: string) => void said.push(text) } };
  };

  it('is taken to its end, and says nothing while it is quick', async () => {
    const { said, io } = listen();
    expect(await watched(work(5), 'loss', io)).toBe('done');
    expect(said).toEqual([]);
  });

  it('is given up between two steps at an interrupt, and says how far it came', async () => {
    const { said, io } = listen();
    function* interrupted(): Generator<Progress, string> {
      yield { done: 1, of: 3 };
      process.emit('SIGINT');
      yield { done: 2, of: 3 };
      throw new Error('expected to be given up');
    }
    expect(await watched(interrupted(), 'loss', io)).toBeNull();
    expect(said).toEqual(['loss: given up after 2 of 3\n']);
  });
});
