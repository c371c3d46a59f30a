import { describe, expect, it } from 'vitest';
import { CHANGE_TYPES, LOOK_TYPES, type Look } from '../../src/domain/action.ts';
import type { Menu, Observation } from '../../src/domain/observation.ts';
import { actionChoices } from '../../src/game/action-groups.ts';
import { shownTabs, tabOf } from '../../src/game/evidence-tabs.ts';

const look = (type: Look['type']): Look => ({ type }) as Look; // which one of its kind does not matter here
const offering = (types: readonly Look['type'][]): Menu => ({ looks: types.map((type) => ({ look: look(type) })) }) as unknown as Menu;
const nothingSeen = { evidence: [] } as unknown as Observation;
const titles = (types: readonly Look['type'][], seen = nothingSeen): readonly string[] =>
  shownTabs(seen, offering(types)).map(({ id }) => id);

describe('the tabs of the evidence panel', () => {
  it('are those of a serving path where it offers no other look', () => {
    expect(titles(['look-dashboard', 'look-logs', 'look-trace', 'look-changes', 'look-alerts'])).toEqual([
      'metrics',
      'logs',
      'traces',
      'changes',
      'alerts',
    ]);
  });

  it('are at most eight, and hold every kind of look exactly once', () => {
    for (const left of [...LOOK_TYPES, null]) {
      const types = LOOK_TYPES.filter((type) => type !== left);
      const tabs = shownTabs(nothingSeen, offering(types));
      expect(tabs.length).toBeLessThanOrEqual(8);
      const held = tabs.flatMap(({ holds }) => holds);
      expect(new Set(held).size).toBe(held.length);
      for (const type of types) expect(held).toContain(tabOf(look(type)));
    }
  });

  it('stay where there is evidence, whatever is still offered', () => {
    const seen = { evidence: [{ look: look('look-lineage') }] } as unknown as Observation;
    expect(titles(['look-logs'], seen)).toEqual(['metrics', 'data', 'logs']);
  });
});

describe('the buttons of changes', () => {
  it('have words for every kind of change, short enough for the bar', () => {
    const changes = CHANGE_TYPES.flatMap((type) => [
      { action: { type }, group: 'fix', label: 'one form of it, in a label too long for the bar' },
      { action: { type }, group: 'fix', label: 'another form of it' },
    ]);
    const choices = actionChoices({ changes } as unknown as Menu, 'fix');
    expect(choices.map((choice) => choice.type)).toEqual(CHANGE_TYPES);
    for (const { label } of choices) expect(label).toMatch(/^.{3,16}$/);
    expect(new Set(choices.map((choice) => choice.label)).size).toBe(choices.length);
  });
});
