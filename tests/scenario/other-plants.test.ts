import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/scenario/load.ts';
import { edited, faultLines, PLAYBOOK, placeOf, shippedFile } from './shipped.ts';

/** The faults of a shipped scenario, and of its system, with one passage of each replaced. */
function faultsOf(id: string, from: string, to: string, ofSystem: readonly [from: string, to: string] | null = null): readonly string[] {
  const text = edited(shippedFile(`scenarios/${id}.yaml`).text, from, to);
  const systemId = /^system: (.+)$/m.exec(text)?.[1] ?? '';
  const system = readFileSync(new URL(`../../scenarios/systems/${systemId}.yaml`, import.meta.url), 'utf8');
  return faultLines(
    loadScenario({
      scenario: { file: 'x.yaml', text },
      systems: [{ file: `systems/${systemId}.yaml`, text: ofSystem === null ? system : edited(system, ...ofSystem) }],
      playbook: PLAYBOOK,
    }),
  );
}

describe('a scenario on a model that scores rows', () => {
  it('is played by the hour', () => {
    expect(faultsOf('silent-schema', 'tickSeconds: 3600', 'tickSeconds: 1800')).toEqual([
      expect.stringMatching(
        /^x\.yaml:11:\d+ clock\.tickSeconds: expected 3600 on "churn-batch": schedules, batches and labels of a scoring system run by the hour, got 1800$/,
      ),
    ]);
  });

  const MAPPABLE = 'monthly-fee, plan, overdue, usage-trend, customer-key';
  it.each([
    ['type: fix-mapping, feature: plan}', 'type: fix-mapping, feature: plans}', `feature: there is no feature in population.features or join in pipeline.joins called "plans"; expected one of ${MAPPABLE}`],
    ['type: fix-mapping, feature: customer-key}', 'type: fix-mapping, feature: key}', `feature: there is no feature in population.features or join in pipeline.joins called "key"; expected one of ${MAPPABLE}`],
    ['type: retrain, data: [recent]}], needs', 'type: retrain, data: [reviewed]}], needs', 'data[0]: there is no model of this system that is trained on "reviewed"; expected one of all, recent'],
  ])('names only what its system has: %s', (from, to, fault) => {
    expect(faultsOf('silent-schema', from, to).join('\n')).toContain(`any[0].${fault}`);
  }); // prettier-ignore

  it('caps, cuts off and adds rules only for what its system decides', () => {
    expect(faultsOf('slow-fade', 'segment: broker, cutoff: {atMost: 0.3}', 'segment: brokers, cutoff: {atMost: 1.3}')).toEqual([
      expect.stringContaining('.segment: there is no segment that has a cut-off of its own called "brokers"; expected one of ') as string,
      expect.stringContaining('.cutoff.atMost: nobody can ask for that: cutoff of set-cutoff goes from 0 to 1, got 1.3') as string,
    ]);
    expect(faultsOf('prediction-drift-alarm', 'segment: many-to-new', 'segment: many-to-old').join()).toContain(
      'there is no pattern in decisions.patterns called "many-to-old"; expected one of many-to-new',
    );
  });
});

describe('a scenario on versions that are exposed', () => {
  it.each([
    ['tickSeconds: 10', 'tickSeconds: 7', 'expected a whole number of seconds that divides an hour, so that hours begin with a tick, got 7'],
    ['tickSeconds: 10', 'tickSeconds: 0.5', 'expected a whole number of seconds that divides an hour, so that hours begin with a tick, got 0.5'],
    ['tickSeconds: 10', 'tickSeconds: 720', 'expected a length that divides successes.windowSeconds of the system, 300 s, over which figures are counted, got 720'],
  ])('is played by ticks that its windows hold: %s → %s', (from, to, fault) => {
    expect(faultsOf('bad-canary', from, to)).toContainEqual(expect.stringMatching(new RegExp(`^x\\.yaml:11:\\d+ clock\\.tickSeconds: ${fault}$`)));
  }); // prettier-ignore

  it('counts only so many arrivals in a tick', () => {
    const faults = faultsOf('bad-canary', 'tickSeconds: 10', 'tickSeconds: 300', ['arrivalsPerSecond: 60', 'arrivalsPerSecond: 6000']);
    expect(faults.join()).toMatch(
      /expected at most 500000 arrivals in a tick, got \d{7} at the busiest hour of the system: shorten the tick/,
    );
  });

  it('checks what a step comes after like the step itself', () => {
    const text = shippedFile('scenarios/bad-canary.yaml').text;
    const wrong = edited(text, 'after: [{type: warm-pods}]', 'after: [{type: serve-cached}]');
    expect(faultsOf('bad-canary', 'after: [{type: warm-pods}]', 'after: [{type: serve-cached}]').join()).toContain(
      `x.yaml:${placeOf(wrong, 'serve-cached')} variants.cold.fix[0].after[0].type: there is no action of this system "serve-cached"; expected one of `,
    );
  });
});
