import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openCatalogue } from '../../src/scenario/catalogue.ts';
import { contentHash, sortedJson } from '../../src/scenario/content-hash.ts';
import { loadChecked } from '../../src/scenario/load-checked.ts';
import { citation, playbookOf, type PlaybookEntry } from '../../src/scenario/playbook.ts';
import { openTruth } from '../../src/scenario/truth.ts';
import { edited, faultLines, FRAUD_API, load, PLAYBOOK, shipped, shippedFile, spike, SPIKE } from './shipped.ts';

const data = (text: string): unknown => parse(text);
const names = readdirSync(new URL('../../scenarios/', import.meta.url)).filter(
  (name) => name.endsWith('.yaml') && name !== 'playbook.yaml',
);
const systems = readdirSync(new URL('../../scenarios/systems/', import.meta.url)).filter((name) => name.endsWith('.yaml'));

const hashOf = (scenario: string): string => {
  const result = load({ scenario });
  if (!result.ok) throw new Error(faultLines(result).join('\n'));
  return result.scenario.contentHash;
};

describe('every shipped scenario', () => {
  for (const name of names) {
    it(`is valid, named after its id, and completes in an editor: ${name}`, () => {
      expect(`${shipped(name.replace('.yaml', '')).brief.id}.yaml`).toBe(name);
      expect(shippedFile(`scenarios/${name}`).text.split('\n')[0]).toBe('# yaml-language-server: $schema=./schema.json');
    });
  }

  for (const name of systems) {
    it(`has a system that completes in an editor: ${name}`, () => {
      expect(shippedFile(`scenarios/systems/${name}`).text.split('\n')[0]).toBe('# yaml-language-server: $schema=./schema.json');
    });
  }
});

describe('the content hash', () => {
  it('is the same for the text of a file and for its data', () => {
    const checked = loadChecked({
      scenario: { file: 'a', data: data(SPIKE.text) },
      systems: [{ file: 'b', data: data(FRAUD_API.text) }],
      playbook: { file: 'c', data: data(PLAYBOOK.text) },
    });
    expect(checked.ok && checked.scenario.contentHash).toBe(spike().contentHash);
    expect(spike().contentHash).toMatch(/^[0-9a-f]{16}$/);
  });

  it('does not change with the order of fields, quotes and comments', () => {
    const moved = edited(
      edited(SPIKE.text, 'difficulty: 2\nminutes: 8\n', '# how hard\nminutes: 8\ndifficulty: 2\n'),
      'title: p95 off the chart',
      'title: "p95 off the chart"',
    );
    expect(hashOf(moved)).toBe(spike().contentHash);
  });

  it('changes with anything that a run or a judgement could feel: a hidden number, an effect, a text, a parameter of the system', () => {
    const hashes = [
      spike().contentHash,
      hashOf(edited(SPIKE.text, '[390, 2.15]', '[390, 2.16]')),
      hashOf(
        edited(SPIKE.text, 'effects: {deploy: better, traffic: better}', 'effects: {deploy: better, traffic: better, upstream: worse}'),
      ),
      hashOf(edited(SPIKE.text, 'title: p95 off the chart', 'title: p95 off the map')),
    ];
    const system = load({ system: edited(FRAUD_API.text, 'workersPerPod: 96', 'workersPerPod: 97') });
    expect(new Set([...hashes, system.ok && system.scenario.contentHash]).size).toBe(5);
  });

  it('counts a default as said: writing it out changes nothing', () => {
    const written = load({
      system: edited(FRAUD_API.text, '  traffic: {requestsPerSecond: 900}', '  traffic: {requestsPerSecond: 900, noisePhi: 0.3}'),
    });
    expect(written.ok && written.scenario.contentHash).toBe(spike().contentHash);
  });

  it('is a hash of JSON with sorted keys', () => {
    expect(sortedJson({ b: [1, { d: null, c: 'x' }], a: undefined, A: true })).toBe('{"A":true,"b":[1,{"c":"x","d":null}]}');
    expect(contentHash({ a: 1, b: 2 })).toBe(contentHash({ b: 2, a: 1 }));
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  });

  it('spreads: ten thousand near contents have ten thousand hashes', () => {
    expect(new Set(Array.from({ length: 10_000 }, (_, i) => contentHash({ i }))).size).toBe(10_000);
  });
});

describe('the playbook', () => {
  const entries = data(PLAYBOOK.text) as readonly PlaybookEntry[];

  it('holds all 493 entries, under ids that never change', () => {
    expect(entries).toHaveLength(493);
    expect(contentHash(entries.map(({ id }) => id))).toMatchInlineSnapshot(`"4b0da227853cb7b3"`);
  });

  it('resolves every citation of every scenario', () => {
    const playbook = playbookOf(entries);
    for (const name of names) {
      const cited = shippedFile(`scenarios/${name}`).text.match(/g[12]-[a-z0-9-]+/g) ?? [];
      expect(cited.length).toBeGreaterThan(20);
      for (const id of cited) expect(citation(playbook, id).id).toBe(id);
    }
    expect(() => citation(playbook, 'g1-q99-none')).toThrow('expected the id of a playbook entry, got "g1-q99-none"');
  });
});

describe('a catalogue of scenarios that came as data', () => {
  const files = {
    scenarios: [
      { file: 'latency-spike.yaml', data: data(SPIKE.text) },
      { file: 'broken.yaml', data: { id: 'broken' } },
    ],
    systems: [{ file: 'fraud-api.yaml', data: data(FRAUD_API.text) }],
    playbook: { file: 'playbook.yaml', data: data(PLAYBOOK.text) },
  };

  it('checks a scenario once, when it is asked for', () => {
    const catalogue = openCatalogue(files);
    expect(catalogue.ids).toEqual(['latency-spike', 'broken']);
    expect(catalogue.scenario('latency-spike')).toBe(catalogue.scenario('latency-spike'));
    expect(openTruth(catalogue.scenario('latency-spike').sealed).variants).toHaveLength(4);
  });

  it('says which scenario there is not, and what is wrong with one', () => {
    const catalogue = openCatalogue(files);
    expect(() => catalogue.scenario('nope')).toThrow('there is no scenario "nope"; expected one of latency-spike, broken');
    expect(() => catalogue.scenario('broken')).toThrow('broken.yaml title: missing; expected a text');
    expect(catalogue.load('broken').ok).toBe(false);
  });
});
