import { describe, expect, it } from 'vitest';
import { shortNames } from '../../src/ui/common/chart-model.ts';

describe('names of series under the heading of their chart', () => {
  it.each([
    [
      ['p95 latency', 'p50 latency', 'p99 latency'],
      ['p95', 'p50', 'p99'],
    ],
    [
      ['Ready replicas', 'Maximum replicas'],
      ['Ready', 'Maximum'],
    ],
    [
      ['Pods on v40', 'Pods on v41'],
      ['v40', 'v41'],
    ],
    [
      ['Unscored payments', 'HTTP 5xx'],
      ['Unscored payments', 'HTTP 5xx'],
    ],
    [
      ['v41', 'v40'],
      ['v41', 'v40'],
    ],
    [
      ['Plan: missing', 'Plan: missing'],
      ['missing', 'missing'],
    ],
    [['Latency'], ['Latency']],
    [[], []],
  ])('%j say what tells them apart', (names, short) => expect(shortNames(names)).toEqual(short));
});
