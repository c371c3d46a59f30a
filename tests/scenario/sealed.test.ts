import { inspect } from 'node:util';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Brief } from '../../src/scenario/brief.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Sealed } from '../../src/scenario/sealed.ts';
import { openTruth, type Truth } from '../../src/scenario/truth.ts';
import { shipped } from './shipped.ts';

describe('the sealed half of a scenario', () => {
  const scenario = shipped('latency-spike');
  const { sealed } = scenario;

  it('has no property that could be read, enumerated, printed or copied', () => {
    expect(JSON.stringify(sealed)).toBe('{}');
    expect(Reflect.ownKeys(sealed)).toEqual([]);
    expect(Object.getPrototypeOf(sealed)).toBeNull();
    expect(inspect(sealed, { showHidden: true, depth: 9 })).toBe('[Object: null prototype] {}');
    expect(() => openTruth(structuredClone(sealed))).toThrow('expected the sealed value of a loaded scenario');
    expect(() => openTruth({} as Sealed)).toThrow('expected the sealed value of a loaded scenario');
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(sealed)).toBe(true);
  });

  it('opens to the truth, the same one every time', () => {
    expect(openTruth(sealed)).toBe(openTruth(sealed));
    expect(openTruth(sealed).variants.map(({ id }) => id)).toEqual(['deploy', 'feature-store', 'traffic', 'upstream']);
  });

  it('keeps to itself what no player may know: none of its texts stands in the rest of the scenario', () => {
    const open = JSON.stringify({ ...scenario, sealed });
    const truth = openTruth(sealed);
    const texts = [
      ...truth.variants.flatMap((variant) => [variant.title, variant.says, ...variant.history.map(({ text }) => text)]),
      ...truth.variants.flatMap(({ recommended }) => [...recommended.mitigate, ...recommended.fix].map(({ says }) => says)),
      ...truth.variants.flatMap(({ harmful }) => harmful.flatMap(({ id, why }) => [id, why])),
      ...truth.tells.flatMap(({ id, says }) => [`"${id}"`, says]),
      ...truth.redHerrings.flatMap(({ id, says }) => [id, says]),
      'heavyCardCpuFactor',
      'hotKeyShare"',
      'rateFactor',
      '"better"',
      '"knots"',
    ];
    expect(texts.filter((text) => open.includes(text))).toEqual([]);
  });

  it('has a type without fields, and the brief has none of the truth', () => {
    expectTypeOf<keyof Sealed>().toBeSymbol();
    expectTypeOf<Extract<keyof Scenario, keyof Truth>>().toBeNever();
    expectTypeOf<Extract<keyof Brief, keyof Truth>>().toBeNever();
    // @ts-expect-error: a sealed value has no variants to read
    expect(sealed.variants).toBeUndefined();
    // @ts-expect-error: no object literal is a sealed value
    const forged: Sealed = {};
    expect(() => openTruth(forged)).toThrow();
  });
});
