import { describe, expect, it } from 'vitest';
import { expectFault } from './fault-case.ts';
import { FIGURE_FAULTS } from './figure-faults.ts';
import { FORM_FAULTS } from './form-faults.ts';
import { REFERENCE_FAULTS } from './reference-faults.ts';
import { edited, faultLines, FRAUD_API, load, placeOf, PLAYBOOK, SPIKE } from './shipped.ts';
import { SYSTEM_FAULTS } from './system-faults.ts';

describe('a scenario file with one fault', () => {
  for (const { says, from, to, at, fault } of [...FORM_FAULTS, ...FIGURE_FAULTS, ...REFERENCE_FAULTS]) {
    it(`names ${says}`, () => {
      const text = edited(SPIKE.text, from, to);
      expectFault(faultLines(load({ scenario: text })), `x.yaml:${placeOf(text, at)}`, fault);
    });
  }

  it('names too few options in a column of the board', () => {
    const text = SPIKE.text.replace(/ {4}sidecar-config: .*\n {4}payment-mix: .*\n/, '');
    expect(faultLines(load({ scenario: text }))).toContain(
      `x.yaml:${placeOf(text, 'model-release: A new')} board.changed: expected 5 or 6 options, got 4`,
    );
  });
});

describe('a system file that places nothing', () => {
  const bare = FRAUD_API.text.replace(/, at: \[\d+, \d+\]/g, '');

  it('is a system, whose stations have no place', () => {
    const result = load({ system: bare.replace(/, via: \[\[.*?\]\]/g, '') });
    expect(faultLines(result)).toEqual([]);
    const stations = result.ok ? result.scenario.brief.system.stations : [];
    expect(stations.length).toBeGreaterThan(0);
    for (const station of stations) expect(station).not.toHaveProperty('at');
  });

  it('may have no bends', () => {
    expect(faultLines(load({ system: bare })).map((line) => line.replace(/^\S+ /, ''))).toContain(
      'lines.api-merchant.via: expected no bends where stations have no "at"',
    );
  });
});

describe('a system file with one fault', () => {
  for (const { says, from, to, at, fault } of SYSTEM_FAULTS) {
    it(`names ${says}`, () => {
      const text = edited(FRAUD_API.text, from, to);
      expectFault(faultLines(load({ system: text })), `systems/fraud-api.yaml:${placeOf(text, at)}`, fault);
    });
  }
});

describe('a playbook with a fault', () => {
  it('names an entry that stands twice, at the second', () => {
    const text = edited(PLAYBOOK.text, '- id: g1-q10-timeouts', '- id: g1-q10-inspect-traces');
    const [line, col] = placeOf(PLAYBOOK.text, 'g1-q10-timeouts').split(':');
    expect(faultLines(load({ playbook: text }))).toContainEqual(
      expect.stringMatching(new RegExp(`^playbook\\.yaml:${line}:${col} \\[\\d+\\]\\.id: "g1-q10-inspect-traces" stands twice$`)),
    );
  });

  it('names a field that is missing', () => {
    const text = edited(
      PLAYBOOK.text,
      '- id: g1-q10-timeouts\n  source: {doc: g1, question: "p95 jumps from 150 ms to 2 s"}\n',
      '- id: g1-q10-timeouts\n',
    );
    expect(faultLines(load({ playbook: text })).join()).toContain('.source: missing; expected a map of fields');
  });
});

describe('a fault that much else is measured by', () => {
  it.each([
    ['ticks: 3300', 'ticks: 3.5', ['clock.ticks: expected a whole number, got 3.5']],
    ['ticks: 3300', 'ticks: 600', ['clock.ticks: expected the episode to last beyond the page (tick 900), got 600']],
    ['pageTick: 900', 'pageTick: 1e9', ['clock.pageTick: expected at most 5000, got 1000000000']],
    ['pageTick: 900', 'pageTick: -1', ['clock.pageTick: expected at least 0, got -1']],
    ['tick: 510', 'tick: 4e3', ['clock.pageTick: expected the page to come after the onset (tick 4000 ± 20), got 900']],
    ['tickSeconds: 1,', 'tickSeconds: 0,', ['clock.tickSeconds: expected more than 0, got 0']],
  ])('%s as %s is told alone', (passage, by, faults) => {
    const lines = faultLines(load({ scenario: edited(SPIKE.text, passage, by) }));
    expect(lines.map((line) => line.replace(/^\S+ /, ''))).toEqual(faults);
  });

  it('is told once, whatever else would not fit', () => {
    const lines = faultLines(load({ scenario: edited(SPIKE.text, '  alert: p95-high', '  alert: p95 high') }));
    expect(lines).toEqual([expect.stringMatching(/ pager\.alert: expected a lower-case name such as /)]);
  });

  it('is told with what it does not measure', () => {
    const text = edited(edited(SPIKE.text, 'ticks: 3300', 'ticks: 3.5'), 'difficulty: 2', 'difficulty: 9');
    expect(faultLines(load({ scenario: text }))).toHaveLength(2);
  });

  it('in the form of the file is told first and alone, with what has to be done about it', () => {
    const stray = SPIKE.text.replace(/^(title: .*)$/m, 'title: "x" [');
    expect(faultLines(load({ scenario: stray }))).toEqual([
      expect.stringMatching(
        /^x\.yaml:\d+:12 \(file\): Unexpected "\[" after a complete value; the rest can only be read once this is mended$/,
      ),
    ]);
  });
});

describe('several faults', () => {
  it('come all at once, in the order of the file, those of the system after those of the scenario', () => {
    let text = edited(SPIKE.text, 'effort: 5,', 'effort: 50,');
    text = edited(text, 'difficulty: 2', 'difficulty: 9');
    text = edited(text, 'needs: [surge]', 'needs: [splash]');
    text = edited(text, 'cites: [g1-q10-trace-feature-fetches]', 'cites: [g1-q99-nothing]');
    const system = edited(FRAUD_API.text, 'scale: [90, 135]', 'scale: [135, 90]');
    const lines = faultLines(load({ scenario: text, system }));
    expect(lines.map((line) => line.replace(/^(\S+?):\d+:\d+ (\S+):.*/, '$1 $2'))).toEqual([
      'x.yaml difficulty',
      'x.yaml variants.traffic.mitigate[0].needs[0]',
      'x.yaml preventions.feature-fetch-tracing.cites[0]',
      'x.yaml preventions.distil.effort',
      'systems/fraud-api.yaml delays.scale',
    ]);
  });

  it('are cut off after two hundred, and say so', () => {
    const text = `${SPIKE.text}${Array.from({ length: 300 }, (_, i) => `x${i}: 1\n`).join('')}`;
    const lines = faultLines(load({ scenario: text }));
    expect(lines).toHaveLength(201);
    expect(lines.at(-1)).toBe('x.yaml (file): and 100 more faults, not listed');
  });
});
