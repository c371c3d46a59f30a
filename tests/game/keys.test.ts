import { describe, expect, it } from 'vitest';
import { BINDABLE, commandAt, keyOf, readKeys, rebind, takeKey, withKey } from '../../src/game/commands/keys.ts';
import { settingCommands } from '../../src/game/commands/setting-commands.ts';
import { DEFAULTS, readSettings } from '../../src/game/settings.ts';

describe('keys', () => {
  it('come without a clash: in each place a key stands for one command', () => {
    for (const place of ['page', 'play', 'other'] as const)
      for (const { id, key, where } of BINDABLE) {
        const here = where === 'anywhere' || where === place || (where === 'drill' && place !== 'other');
        if (key !== '' && here) expect(commandAt({}, key, place), `${key} on ${place}`).toBe(id);
      }
    expect(commandAt({}, 'a', 'page')).toBe('tell/acknowledge');
    expect(commandAt({}, 'a', 'play')).toBe('show/alerts');
  });

  it('can be changed, and say in words what has a key already', () => {
    const done = rebind({}, 'show/logs', 'J');
    expect(done).toEqual({ kind: 'done', keys: { 'show/logs': 'j' } });
    const taken = rebind({}, 'show/logs', 't');
    expect(taken).toMatchObject({ kind: 'taken', by: { id: 'show/traces' } });
    expect(taken.kind === 'taken' && taken.reason).toBe('T is the key for “Traces”.');
    const took = takeKey({}, 'show/logs', 'show/traces', 't');
    expect(took).toEqual({ kind: 'done', keys: { 'show/traces': '', 'show/logs': 't' } });
    if (took.kind !== 'done') return;
    expect(keyOf(took.keys, 'show/traces')).toBe('');
    expect(commandAt(took.keys, 't', 'play')).toBe('show/logs');
    expect(commandAt(took.keys, 'l', 'play')).toBeNull();
  });

  it('refuse what every page needs, and let two commands share one where they never meet', () => {
    for (const key of ['Enter', 'Tab', 'Escape', 'ArrowUp', 'F6', '']) expect(rebind({}, 'show/logs', key).kind).toBe('refused');
    expect(rebind({}, 'tell/acknowledge', 'l').kind).toBe('done');
  });

  it('go back to their default by leaving them out, and survive storage; junk and clashes do not', () => {
    expect(withKey({ 'show/logs': 'j' }, 'show/logs', 'l')).toEqual({});
    expect(readKeys({ 'show/logs': 'j', 'time/pause': '', 'no/such': 'q', 'show/traces': 'Enter' })).toEqual({
      'show/logs': 'j',
      'time/pause': '',
    });
    expect(readKeys({ 'show/logs': 'j', 'show/traces': 'j' })).toEqual({ 'show/logs': 'j' });
    for (const junk of [null, 7, 'l', ['l'], { 'show/logs': 3 }]) expect(readKeys(junk)).toEqual({});
    const settings = { ...DEFAULTS, keys: { 'show/logs': 'j' }, sound: { ...DEFAULTS.sound, on: false, ambience: 10 } };
    expect(readSettings(structuredClone(settings))).toEqual(settings);
  });
});

describe('settings as commands', () => {
  it('change one thing each, and do nothing where they are refused', () => {
    const commands = settingCommands(DEFAULTS);
    expect(commands.length).toBeGreaterThan(10);
    for (const { id, next, refusal } of commands) {
      const changed = JSON.stringify(next) !== JSON.stringify(DEFAULTS);
      expect(changed, id).toBe(refusal === null);
    }
  });
});
