import { describe, expect, it } from 'vitest';
import { restsOn } from '../../src/game/debrief-rests-on.ts';
import { scoreRun } from '../../src/judge/score.ts';
import { expertFor } from '../../src/policy/expert.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { scenarioOf } from '../../src/cli/library.ts';

describe('the evidence that a verdict links to', () => {
  const scenario = scenarioOf('gates-green-72h');
  const trace = playPolicy(scenario, expertFor(scenario, 'shipping'), { seed: '5', variant: 'shipping' }).trace();
  const { parts } = scoreRun(scenario, trace);
  const linked = parts.flatMap(({ id, lines }) => lines.map((line) => ({ id, line, links: restsOn(trace, id, line) })));

  it('is what its words name', () => {
    for (const { line, links } of linked.filter(({ line: { text } }) => /\bE\d/.test(text)))
      for (const id of links) expect(line.text).toMatch(new RegExp(`\\b${id}\\b`));
  });

  it('is what the claim named where it judges the claim', () => {
    const claim = trace.entries.find(({ action }) => action.type === 'claim-cause')!;
    const judged = linked.filter(({ id, line }) => id === 'cause' && line.tick === claim.tick && !/\bE\d/.test(line.text));
    expect(judged.length).toBeGreaterThan(0);
    for (const { links } of judged)
      expect(links.every((id) => 'evidence' in claim.action && claim.action.evidence.includes(id))).toBe(true);
    expect(judged[0]!.links.length).toBeGreaterThan(0);
  });

  it('is none where the verdict speaks of none, whatever came back at that moment', () => {
    const acknowledged = linked.find(({ line: { text } }) => text.startsWith('Page acknowledged'))!;
    const at = acknowledged.line.tick;
    expect(trace.evidence.some(({ tick, askedTick }) => tick === at || askedTick === at)).toBe(true);
    expect(acknowledged.links).toEqual([]);
  });
});
