import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepCompiled, runCompiled } from '../../src/cli/code-cache.mjs';
import { scratch } from './scratch.ts';

const { file: script } = scratch('code-cache');
const sixIn = (file: string): unknown => (runCompiled(file)['twice'] as (n: number) => number)(3);
const TWICE = 'exports.twice = (n) => 2 * n;';

test('a script gives what it exports, before and after its compiled code is kept', () => {
  const file = script('twice.cjs', TWICE);
  expect(sixIn(file)).toBe(6);
  expect(existsSync(`${file}.compiled`)).toBe(false);
  keepCompiled();
  expect(existsSync(`${file}.compiled`)).toBe(true);
  expect(sixIn(file)).toBe(6);
});

test('compiled code that is of no use is passed over', () => {
  const file = script('spoilt.cjs', TWICE);
  script('spoilt.cjs.compiled', 'not what V8 wrote');
  expect(sixIn(file)).toBe(6);
});

test('compiled code of another source is passed over', () => {
  const file = script('changed.cjs', TWICE);
  sixIn(file);
  keepCompiled();
  script('changed.cjs', 'exports.twice = (n) => n + n + 0;');
  expect(sixIn(file)).toBe(6);
});

test('a script runs as strictly as a module', () => {
  expect(() => runCompiled(script('loose.cjs', 'nowhereDeclared = 1;'))).toThrow(ReferenceError);
});

test('a script finds the modules of Node', () => {
  const file = script('needs.cjs', "exports.join = require('node:path').join;");
  expect(runCompiled(file)['join']).toBe(join);
});
