import { describe, expect, it } from 'vitest';
import { addressOf, parseAddress, type Route } from '../../src/game/route.ts';

const PAYLOAD = 'AWvjYFjAyAgA_-';

describe('addresses', () => {
  const routes: readonly Route[] = [
    { screen: 'home' },
    { screen: 'play', scenario: 'latency-spike', seed: '7', untimed: false },
    { screen: 'play', scenario: 'latency-spike', seed: 'night-2.b_C', untimed: true },
    { screen: 'replay', payload: PAYLOAD },
    { screen: 'story', payload: PAYLOAD },
    { screen: 'debrief', payload: PAYLOAD, at: null },
    { screen: 'debrief', payload: PAYLOAD, at: '02:10' },
  ];
  it.each(routes.map((route) => [addressOf(route), route] as const))('%s leads to its route and back', (address, route) => {
    expect(parseAddress(address)).toEqual({ route, notice: null });
  });

  it.each(['', '#', '#/', '/'])('%j is home, without a notice', (address) => {
    expect(parseAddress(address)).toEqual({ route: { screen: 'home' }, notice: null });
  });

  it.each([
    ['#/daily', /not open yet/],
    ['#/compare/AAAA/BBBB', /not open yet/],
    ['#/selfcheck', /not open yet/],
    ['#/play', /names no drill/],
    ['#/play/latency-spike', /has no seed/],
    ['#/play/latency-spike?seed=', /has no seed/],
    ['#/play/latency-spike?seed=a%20b', /1 to 64 letters/],
    [`#/play/latency-spike?seed=${'x'.repeat(65)}`, /1 to 64 letters/],
    ['#/play/Latency%3Cscript%3E?seed=1', /names no drill/],
    ['#/play/latency-spike?seed=a+b', /letters, digits, dots, dashes or underscores, got/],
    ['#/replay/', /cannot be read/],
    ['#/replay/abc$$', /cannot be read/],
    [`#/replay/${'A'.repeat(8001)}`, /too long/],
    ['#/story/%E0%A4%A', /cannot be read/],
    ['#/nowhere/at/all', /no page/],
    ['#/__proto__', /no page/],
    ['#/constructor', /no page/],
  ])('%s leads home with a notice', (address, notice) => {
    const parsed = parseAddress(address);
    expect(parsed.route).toEqual({ screen: 'home' });
    expect(parsed.notice).toMatch(notice);
  });

  it('opens a debrief whose moment it does not understand, and says so', () => {
    const parsed = parseAddress(`#/debrief/${PAYLOAD}?t=later`);
    expect(parsed.route).toEqual({ screen: 'debrief', payload: PAYLOAD, at: null });
    expect(parsed.notice).toMatch(/"later"/);
  });

  it('takes any text without throwing', () => {
    const letters = ['#', '/', '?', '=', '&', '%', '..', 'play', 'replay', '\u0000', '𝕏', '%ff', '__proto__', '='];
    for (let i = 0; i < 4000; i++) {
      let text = '';
      for (let j = 0, n = i; j < 6; j++, n = (n * 7 + 3) % 9973) text += letters[n % letters.length] ?? '';
      expect(() => parseAddress(text)).not.toThrow();
    }
  });

  it.each([
    ['#/play/latency-spike?seed=a%E2%80%AEb', 'a\\u{202e}b'],
    ['#/play/latency-spike?seed=%00%0A%E2%80%8B%E2%81%A6', '\\u{0}\\u{a}\\u{200b}\\u{2066}'],
    ['#/play/%E2%80%AEab', '\\u{202e}ab'],
    ['#/no%E2%80%AEwhere', 'no\\u{202e}where'],
    [`#/play/latency-spike?seed=${'%F0%9F%8C%99'.repeat(41)}`, `"${'🌙'.repeat(40)}…`],
  ])('%s is quoted with what cannot be seen as its number, cut between letters', (address, quoted) => {
    expect(parseAddress(address).notice).toContain(`${quoted}"`);
  });
});
