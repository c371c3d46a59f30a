import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toBase64Url } from '../../src/run/base64url.ts';
import { decodeLink, encodeLink, type Decoded } from '../../src/run/link.ts';
import type { RunRecord } from '../../src/run/record.ts';
import { anyLog } from '../support/any-log.ts';
import { VARIANTS } from '../support/a-scenario.ts';

const SEED = 20260410;
const HASH = '0123456789abcdef';
const record: RunRecord = {
  format: 1,
  engine: '0.1.0',
  scenario: 'latency-spike',
  contentHash: HASH,
  seed: '1',
  settings: { untimed: false },
  preventions: [],
  log: [{ tick: 900, action: { type: 'rollback' } }],
};
const packed = (bytes: Uint8Array, version = 1): string => toBase64Url(Uint8Array.of(version, ...deflateSync(bytes, { level: 9 })));
const pack = (value: unknown): string => packed(strToU8(JSON.stringify(value)));

/** Decodes within a second, whatever the text is, and has one sentence to say about it. */
function refused(text: string): string {
  const started = performance.now();
  const decoded = decodeLink(text);
  expect(performance.now() - started).toBeLessThan(1000);
  if (decoded.ok) throw new Error('expected the link to be refused');
  expect(decoded.reason).toMatch(/^[a-z][^\n]{4,300}$/);
  return decoded.reason;
}

describe('a link', () => {
  it('holds any record, and gives it back as it was', () => {
    const anyRecord = fc.record({
      log: anyLog,
      seed: fc.string({ minLength: 1, maxLength: 64, unit: fc.constantFrom(...'ABYZabyz0189._-') }),
      untimed: fc.boolean(),
      variant: fc.option(fc.constantFrom(...VARIANTS), { nil: undefined }),
      preventions: fc.uniqueArray(fc.constantFrom('distil', 'circuit-breaker', 'slo-burn-alert'), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(anyRecord, ({ log, seed, untimed, variant, preventions }) => {
        const given: RunRecord = {
          ...record,
          log,
          seed,
          settings: { untimed },
          preventions,
          ...(variant === undefined ? {} : { variant }),
        };
        const text = encodeLink(given, HASH);
        expect(text).toMatch(/^[\w-]+$/);
        const expected: Decoded = { ok: true, record: given, finalHash: HASH };
        expect(decodeLink(text)).toEqual(expected);
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  it('may be of any length, also one that fills the last piece that is unpacked', () => {
    const lengths = new Set<number>(); // of the packed records, in bytes
    const unit = fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'); // which packs badly
    const noise = fc.sample(fc.string({ minLength: 544, maxLength: 544, unit }), { numRuns: 1, seed: SEED })[0]!;
    for (let length = 65; length <= 544; length += 1) {
      const given: RunRecord = { ...record, seed: noise.slice(0, 64), preventions: noise.slice(64, length).match(/.{1,60}/g)! };
      const text = encodeLink(given, HASH);
      lengths.add(Math.floor((text.length * 3) / 4) - 1);
      expect(decodeLink(text)).toEqual({ ok: true, record: given, finalHash: HASH });
    }
    expect([511, 512, 513].filter((length) => lengths.has(length))).toEqual([511, 512, 513]);
  });

  it('is short: an ordinary play fits an address', () => {
    const log = fc.sample(anyLog, { numRuns: 50, seed: SEED }).find((one) => one.length >= 20)!;
    expect(encodeLink({ ...record, log }, HASH).length).toBeLessThan(2000);
    const looks = Array.from({ length: 60 }, (_, i) => ({ tick: 900 + i * 7, action: { type: 'look-dashboard' as const, dashboard: i % 2 === 0 ? ('business' as const) : ('service' as const) } })); // prettier-ignore
    expect(encodeLink({ ...record, log: looks }, HASH).length).toBeLessThan(540);
  });
});

describe('a text that is no link', () => {
  it('is refused with what is wrong with it', () => {
    expect(refused('')).toBe('it is empty');
    expect(refused('x'.repeat(70_000))).toBe('it has 70000 characters; a link has at most 65536');
    expect(refused('not a link!')).toBe('it holds characters that a link does not have, or is cut off');
    expect(refused('AQ€')).toBe('it holds characters that a link does not have, or is cut off');
    expect(refused(packed(strToU8('{}'), 9))).toBe('it is no link of this game');
    expect(refused('AQ')).toBe('its packed part is damaged or cut off');
    expect(refused(packed(strToU8('{"format":1')))).toBe('its packed part is damaged or cut off');
    expect(refused(pack([1, 2]))).toMatch(/^its record is not valid at "": /);
    expect(refused(pack({ ...record, finalHash: 'short' }))).toMatch(/^its record is not valid at "finalHash": /);
    expect(refused(pack({ ...record, finalHash: HASH, format: 3 }))).toMatch(/^its record is not valid at "format": /);
    expect(refused(pack({ ...record, finalHash: HASH, log: [{ tick: 1, action: { type: 'scale', replicas: 1e9 } }] }))).toMatch(
      /^its record is not valid at "log\.0\.action\.replicas": /,
    );
    expect(refused(pack({ ...record, finalHash: HASH, log: [{ tick: 9, action: { type: 'restart' } }, { tick: 8, action: { type: 'restart' } }] }))).toBe('its log goes back in time at entry 1'); // prettier-ignore
  });

  it('is refused when any one character is changed or gone, or it is another record', () => {
    const whole = encodeLink(record, HASH);
    const same = (text: string): boolean => {
      const decoded = decodeLink(text);
      return decoded.ok && decoded.finalHash === HASH && JSON.stringify(decoded.record) === JSON.stringify(record);
    };
    let changed = 0;
    for (let at = 0; at < whole.length; at += 1) {
      refused(whole.slice(0, at));
      for (const letter of ['A', 'z', '_']) {
        if (whole[at] === letter) continue;
        if (same(whole.slice(0, at) + letter + whole.slice(at + 1))) changed += 1;
      }
    }
    expect(changed).toBeLessThanOrEqual(6); // the last character's unused bits may be anything
  });

  it('is refused when anything follows after its end, whatever its length', () => {
    for (const seed of ['1', '12', '123', '1234']) {
      const whole = encodeLink({ ...record, seed }, HASH);
      expect(decodeLink(whole).ok).toBe(true);
      for (const more of ['A', 'z', 'AA', 'zz', 'AAA', 'AAAA', '____', whole])
        expect(refused(whole + more)).toBe(
          (whole + more).length % 4 === 1 ? 'it holds characters that a link does not have, or is cut off' : 'more follows after its end',
        );
    }
  });

  it('is refused when it unpacks to more than a record can be, at once', () => {
    expect(refused(packed(new Uint8Array(40 << 20)))).toBe('it unpacks to more than 1048576 bytes');
    expect(refused(packed(strToU8(' '.repeat(2 << 20))))).toBe('it unpacks to more than 1048576 bytes');
    refused(packed(strToU8('['.repeat(1 << 20))));
    refused(packed(strToU8(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)));
    refused(packed(strToU8('{"a":'.repeat(100_000))));
    refused(pack({ ...record, finalHash: HASH, log: Array.from({ length: 20_000 }, () => ({ tick: 1, action: { type: 'restart' } })) }));
    refused(pack({ ...record, finalHash: HASH, seed: 'x'.repeat(900_000) }));
    refused(pack({ ...record, finalHash: HASH, ['__proto__']: { admin: true }, constructor: 1 }));
  });

  it('may unpack to as much as a record can be, to the byte', () => {
    const text = JSON.stringify({ ...record, finalHash: HASH });
    const padded = (size: number): string => packed(strToU8(text.padEnd(size)));
    expect(decodeLink(padded(1 << 20))).toEqual({ ok: true, record, finalHash: HASH });
    expect(refused(padded((1 << 20) + 1))).toBe('it unpacks to more than 1048576 bytes');
  });

  it('never makes it throw, whatever it is', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split('');
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(fc.constantFrom(...letters), { maxLength: 400 }).map((list) => `A${list.join('')}`),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => toBase64Url(Uint8Array.of(1, ...bytes))),
      fc.uint8Array({ maxLength: 300 }).map((bytes) => packed(bytes)),
      fc.json().map((json) => packed(strToU8(json))),
    );
    fc.assert(
      fc.property(anyText, (text) => void refused(text)),
      { numRuns: 2000, seed: SEED },
    );
  });
});
