import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { scenarioOf } from '../../src/cli/library.ts';
import { line } from '../../src/judge/score-card.ts';
import { joined, listed, quote, say, worded } from '../../src/judge/said.ts';
import { ONE_TRICKS } from '../../src/policy/one-trick.ts';
import { POLICY_IDS, policyOf } from '../../src/policy/policies.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { openTruth } from '../../src/scenario/truth.ts';
import { faults, linesOf, recordCheck, unaccounted } from './line-check.ts';
import { QUIET } from './quiet.ts';
import { CHANGES, look, played, scripted, SPIKE_DRILL, tell, TRACE, VARIANTS, type Act } from './scripted.ts';

const folder = new URL('../../src/judge/', import.meta.url);
const catalogue = new URL('../../src/domain/words/', import.meta.url);

const cached: Action = { type: 'serve-cached', on: true };
const claim: Action = {
  type: 'claim-cause',
  changed: 'hot-keys',
  enters: 'feature-read',
  missed: 'store-by-average',
  confidence: 80,
  evidence: ['E1', 'E2'],
};
const after: Act[] = [
  [1900, { type: 'resolve' }],
  [1901, { type: 'pick-preventions', items: ['circuit-breaker', 'slo-burn-alert', 'feature-fetch-tracing'] }],
  [1902, { type: 'review', statements: { noticed: 'condition', unchecked: 'person', unbounded: 'condition', runbook: 'condition' } }],
];

/** Runs of people, good and bad, whose lines between them say all that lines can. */
const SCRIPTS: readonly (readonly [what: string, acts: readonly Act[]])[] = [
  ['nothing', []],
  [
    'a right way, fixed, verified and told',
    [
      [20, { type: 'acknowledge' }],
      [30, look('feature-store')],
      [95, look('business')],
      [160, tell()],
      [170, { type: 'hypothesis', cause: 'heavy-model', confidence: 5, status: 'excluded', evidence: ['E1'] }],
      [180, cached],
      [190, claim],
      [200, { type: 'rebalance-partition' }],
      [500, { type: 'verify', metric: 'gateway.latency_p95_ms' }],
      [600, tell({ option: 'rules' })],
      ...after,
    ],
  ],
  [
    'wrong changes of every kind before the right one, some taken out again',
    [
      [10, { type: 'scale', replicas: 16 }],
      [15, { type: 'shift-traffic', version: 'v41', share: 0.35 }],
      [20, { type: 'set-timeout', route: 'merchant-risk', timeoutMs: 2000 }],
      [25, { type: 'set-retries', route: 'merchant-risk', attempts: 4 }],
      [30, { type: 'shed', share: 0.055 }],
      [35, { type: 'raise-max-replicas', max: 20 }],
      [40, { type: 'scale', replicas: 6 }],
      [45, look('feature-store')],
      [110, { type: 'scale', replicas: 12 }],
      [120, cached],
      [130, { type: 'rebalance-partition' }],
      [700, { type: 'verify', metric: 'store.fetch_p95_ms' }],
    ],
  ],
  [
    'a rollback under high impact, claims one after the other, silence',
    [
      [10, look('business')],
      [75, { type: 'rollback' }],
      [80, tell({ cause: 'heavy-model' })],
      [90, claim],
      [100, { ...claim, changed: 'payment-mix', evidence: [] }],
      [110, { type: 'repoint-champion', version: 'v40' }],
      [1700, tell({ blocks: ['known'] })],
      [1800, { type: 'verify', metric: 'no.such_2' }],
      [1900, { type: 'resolve' }],
      [1901, { type: 'pick-preventions', items: ['distil', 'autoscaling-headroom', 'circuit-breaker'] }],
    ],
  ],
  [
    'looks without end, and the answer too late',
    [
      [10, CHANGES],
      [80, look('versions')],
      [150, look('saturation')],
      [220, TRACE],
      [480, { type: 'look-logs', station: 'fraud-api' }],
      [700, { type: 'verify', metric: 'gateway.unscored_share' }],
      [900, tell({ option: 'rules' })],
      [1000, { type: 'restart' }],
    ],
  ],
];

describe('every number of a score line is a figure, and is what the record says when it is played again', () => {
  it.each(SCRIPTS)('%s', (_what, acts) => {
    for (const variant of VARIANTS) expect(faults(SPIKE_DRILL, played(variant, acts)), variant).toEqual([]);
  });

  it.each(POLICY_IDS)('as %s plays', (policy) => {
    const seeds = policy === 'random' ? ['1', '2', '3'] : ['1'];
    for (const variant of (ONE_TRICKS as readonly string[]).includes(policy) ? VARIANTS.slice(0, 2) : VARIANTS)
      for (const seed of seeds) {
        const run = playPolicy(SPIKE_DRILL, policyOf(policy, SPIKE_DRILL, variant), { seed, variant });
        expect(faults(SPIKE_DRILL, run.trace()), `${variant} ${seed}`).toEqual([]);
      }
  });

  it('where leaving it alone is right', () => {
    const ways: Act[][] = [
      [],
      [[10, { type: 'leave-alone', evidence: [] }]],
      [[10, look('upstream')], [90, { type: 'leave-alone', evidence: ['E1'] }], [100, { type: 'scale', replicas: 9 }], ...after],
    ];
    for (const acts of ways)
      expect(faults(QUIET, playPolicy(QUIET, scripted(acts), { seed: '1', variant: 'upstream' }).trace())).toEqual([]);
  });

  it.each(['expert', 'runbook', 'random'])(
    'on a drill of days, whose moments stand in a sentence with their day, as %s plays',
    (policy) => {
      const scenario = scenarioOf('slow-fade');
      const variant = openTruth(scenario.sealed).variants[0]!.id;
      const trace = playPolicy(scenario, policyOf(policy, scenario, variant), { seed: '1', variant }).trace();
      expect(faults(scenario, trace)).toEqual([]);
      const lines = linesOf(scenario, trace);
      expect(lines.some(({ text }) => / on day \d+ at \d\d:\d\d\b/.test(text))).toBe(true);
      expect(lines.filter(({ text }) => /\bat day /.test(text))).toEqual([]);
    },
  );

  it('between them the lines above hold figures of every source', () => {
    const all = SCRIPTS.flatMap(([, acts]) => linesOf(SPIKE_DRILL, played('feature-store', acts)));
    expect(new Set(all.flatMap(({ figures }) => figures.map(({ source }) => source))).size).toBe(12);
  });
});

describe('the check itself', () => {
  const trace = played('feature-store', SCRIPTS[1]![1]);
  const lines = linesOf(SPIKE_DRILL, trace);

  it('finds a number that is no figure', () => {
    for (const { text, figures } of lines) {
      expect(unaccounted({ text: `${text} 7`, figures })).not.toBeNull();
      for (const one of figures) expect(unaccounted({ text, figures: figures.filter((other) => other !== one) }), one.text).not.toBeNull();
    }
  });

  it('finds a figure that is not what the record says', () => {
    const check = recordCheck(SPIKE_DRILL, trace);
    for (const figure of lines.flatMap(({ figures }) => figures)) {
      expect(check(figure)).toBeNull();
      if (figure.source === 'words') expect(check({ ...figure, text: `${figure.text}0` })).not.toBeNull();
      else expect(check({ ...figure, value: figure.value + 1 }), figure.metric).not.toBeNull();
    }
  });
});

describe('the words of a line', () => {
  it('collect the figures that are put into them, in order', () => {
    const said = say`${quote('p95 near €26,400.', 'a')} and ${quote('v41', 'b')}`;
    expect(said.text).toBe('p95 near €26,400. and v41');
    expect(said.figures.map(({ text, value, metric }) => [text, value, metric])).toEqual([
      ['p95', 95, 'a'],
      ['€26,400', 26400, 'a'],
      ['v41', 41, 'b'],
    ]);
    expect(listed([say`one`, say`two`, say`three`]).text).toBe('one, two and three');
    expect(joined([], say`, `).text).toBe('');
  });

  it('hold no number that was written into them', () => {
    expect(() => say`within 10 minutes`).toThrow(/expected words without a number, got "within 10 minutes"/);
    // @ts-expect-error a text that `say` did not make
    line(0, 0, null, { text: 'within 10 minutes', figures: [] }, []);
  });

  it('stand in the order of the language, and so do their figures', () => {
    const [first, second] = [quote('v41', 'a'), quote('p95', 'b')];
    const turned = worded((one, other) => `${other} before ${one}, and ${one} again`, first, second);
    expect(turned.text).toBe('p95 before v41, and v41 again');
    expect(turned.figures.map(({ metric }) => metric)).toEqual(['b', 'a', 'a']);
    expect(() => worded((one) => `${one} within 10 minutes`, first)).toThrow(/got " within 10 minutes"/);
    expect(() => worded('within 10 minutes')).toThrow(/got "within 10 minutes"/);
    expect(worded('as it is', first, second)).toEqual({ text: 'as it is', figures: [] });
  });

  it('stand in the catalogue, where none is written with a number in it, and nowhere in the judge', () => {
    let words = 0;
    const wrong: string[] = [];
    const note = (name: string, node: ts.Node): void => void wrong.push(`${name}: ${node.getText()}`);
    const texts = (template: ts.TemplateLiteral): string[] =>
      ts.isTemplateExpression(template)
        ? [template.head.text, ...template.templateSpans.map((span) => span.literal.text)]
        : [template.text];
    const visitAll = (folder: URL, name: string, visitor: (node: ts.Node) => void): void => {
      const visit = (node: ts.Node): void => {
        visitor(node);
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(name, readFileSync(new URL(name, folder), 'utf8'), ts.ScriptTarget.Latest, true));
    };
    const modules = (folder: URL): string[] =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    for (const name of modules(catalogue).filter((path) => path.startsWith('judge-')))
      visitAll(catalogue, name, (node) => {
        if (!ts.isTemplateExpression(node) && !ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node)) return;
        words += 1;
        if (!ts.isImportDeclaration(node.parent) && (ts.isStringLiteral(node) ? [node.text] : texts(node)).some((text) => /\d/.test(text)))
          note(name, node);
      });
    for (const name of modules(folder))
      visitAll(folder, name, (node) => {
        if (
          ts.isTaggedTemplateExpression(node) &&
          node.tag.getText() === 'say' &&
          texts(node.template).some((text) => /[\p{L}\d]/u.test(text))
        )
          note(name, node);
      });
    expect(words).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });
});
