import { pacedText } from '../../src/domain/impact-rate.ts';
import { formatValue } from '../../src/domain/metric.ts';
import { duration, storyClock } from '../../src/domain/time.ts';
import { acceptedOf, openCase } from '../../src/judge/case-file.ts';
import type { Figure, FigureSource } from '../../src/judge/figure.ts';
import { provePreventions, type PreventionRerun } from '../../src/judge/prevention.ts';
import type { ScoreLine } from '../../src/judge/score-card.ts';
import { scoreRun } from '../../src/judge/score.ts';
import { BOUNDS } from '../../src/judge/weights.ts';
import { playRecord, type RunTrace } from '../../src/run/run.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { openTruth } from '../../src/scenario/truth.ts';

/** What of a line's text is no figure's: it must not hold a digit. */
export function unaccounted({ text, figures }: Pick<ScoreLine, 'text' | 'figures'>): string | null {
  let from = 0;
  const rests: string[] = [];
  for (const figure of figures) {
    const at = text.indexOf(figure.text, from);
    if (at < 0) return `no “${figure.text}” after “${text.slice(0, from)}”`;
    rests.push(text.slice(from, at));
    from = at + figure.text.length;
  }
  const rest = [...rests, text.slice(from)].join('|');
  return /\d/.test(rest) ? rest : null;
}

/** All that a scenario and a run give as words, by where they stand. */
function wordsOf(scenario: Scenario, trace: RunTrace): Map<string, string[]> {
  const { brief } = scenario;
  const truth = openTruth(scenario.sealed);
  const words = new Map<string, string[]>();
  const add = (from: string, text: string): void => void words.set(from, [...(words.get(from) ?? []), text]);
  for (const { id, text } of brief.causes) add(`causes.${id}`, text);
  for (const slot of ['changed', 'enters', 'missed'] as const)
    for (const { id, text } of brief.board[slot]) add(`board.${slot}.${id}`, text);
  for (const { id, title } of brief.preventions) add(`preventions.${id}.title`, title);
  for (const { id, name } of brief.system.routes) add(`routes.${id}`, name);
  for (const { id, name } of brief.system.stations) add(`stations.${id}`, name);
  for (const variant of truth.variants) for (const { id, why } of variant.harmful) add(`harmful.${id}.why`, why);
  for (const { id, says } of truth.redHerrings) add(`redHerrings.${id}.says`, says);
  for (const { key, title } of trace.metrics) add(`metrics.${key}.title`, title);
  for (const { id, title, readings } of trace.evidence) {
    add(`evidence.${id}.title`, title);
    for (const { key, label } of readings) add(`readings.${key}.label`, label);
  }
  for (const { action } of trace.entries) {
    if ('version' in action) add(`${action.type}.version`, action.version);
    if (action.type === 'verify') add('verify.metric', action.metric);
  }
  return words;
}

/**
 * A check of figures against a run that was played again.
 * @returns of a figure: what the record says instead, null where it says the same
 */
export function recordCheck(scenario: Scenario, trace: RunTrace): (figure: Figure) => string | null {
  const { brief } = scenario;
  const file = openCase(scenario, trace);
  const words = wordsOf(scenario, trace);
  const unitOf = (key: string) => trace.metrics.find((one) => one.key === key)?.unit;
  const same = (figure: Figure, value: number, text: string): string | null =>
    Object.is(figure.value, value) && figure.text === text ? null : `${value} as “${text}”`;
  const euro = (figure: Figure, value: number): string | null => same(figure, value, formatValue(value, 'eur'));
  const idsIn = (metric: string): string[] => /\{(.*)\}/.exec(metric)![1]!.split(',');
  const effort = (metric: string): number =>
    brief.preventions.reduce((sum, one) => (idsIn(metric).includes(one.id) ? sum + one.effort : sum), 0);

  let proved: readonly PreventionRerun[] | null = null; // re-runs take long: made once, where a figure asks for one
  const reruns = (): readonly PreventionRerun[] => {
    if (proved !== null) return proved;
    const proven = provePreventions(scenario, trace);
    return (proved = proven === null ? [] : [proven.all, ...proven.items]);
  };

  const fromCounts = (figure: Figure): boolean => {
    const { metric, value } = figure;
    const tick = figure.tick!;
    const named = trace.entries.flatMap(({ tick: made, action }) =>
      made === tick && (action.type === 'claim-cause' || action.type === 'leave-alone') ? [action.evidence] : [],
    );
    const variants = file.truth.variants.length;
    if (metric === 'causes.other') return value === variants - 1;
    if (metric === 'causes.excluded') return [undefined, ...named].some((ids) => variants - file.known(tick, ids).open.size === value);
    if (metric === 'causes.excluded on the board')
      return value > 0 && value <= new Set(acceptedOf(trace, 'hypothesis').map(({ action }) => action.cause)).size;
    if (metric === 'changes.unsupported')
      return value === file.changes.filter((one) => ['unsupported', 'contradicted'].includes(one.ground) && one.entry.tick <= tick).length;
    if (metric === 'messages.further') return value < acceptedOf(trace, 'message').filter((one) => one.tick <= tick).length;
    if (metric === 'review.factors') return value === brief.review.length;
    if (metric === 'review.conditions')
      return value === Object.values(acceptedOf(trace, 'review').at(-1)!.action.statements).filter((one) => one === 'condition').length;
    return metric.startsWith('effort_points{') && value === effort(metric);
  };

  const checks: Readonly<Record<FigureSource, (figure: Figure) => string | null>> = {
    evidence(figure) {
      const shown = trace.evidence.find((one) => one.id === figure.evidence);
      const reading = shown?.readings.find((one) => one.key === figure.metric);
      if (shown === undefined || reading === undefined) return 'no such reading';
      const live = shown.body.kind === 'dashboard' && figure.tick! > shown.tick;
      if (!live && figure.tick !== shown.tick) return `a reading of tick ${shown.tick}`;
      const value = live ? trace.metric(figure.metric, figure.tick!) : reading.value;
      return same(figure, value, pacedText(value, reading.unit, brief.tickSeconds));
    },
    series(figure) {
      const value = trace.metric(figure.metric, figure.tick!);
      return same(figure, value, pacedText(value, unitOf(figure.metric)!, brief.tickSeconds));
    },
    impact: (figure) => euro(figure, trace.impactAt(figure.tick!)),
    rerun(figure) {
      const again = reruns().find(({ items }) => items.join() === idsIn(figure.metric).join());
      if (again === undefined) return 'no such re-run';
      const { impactBeforeEur, impactAfterEur } = again;
      if (figure.metric.startsWith('impact_eur{')) return euro(figure, impactAfterEur);
      const share = (impactBeforeEur - impactAfterEur) / impactBeforeEur;
      if (figure.metric.startsWith('added') !== share < 0) return `a share of ${share}`;
      return same(figure, Math.abs(share), formatValue(Math.abs(share), 'share'));
    },
    trust(figure) {
      const value = trace.trustAt(figure.tick!);
      return same(figure, value, String(Math.round(value)));
    },
    duration(figure) {
      const stops = [trace.pageTick ?? 0, ...acceptedOf(trace, 'message').map((one) => one.tick)].filter((tick) => tick < figure.tick!);
      const from = figure.metric === 'seconds since the page' ? (trace.pageTick ?? 0) : stops.at(-1)!;
      const seconds = (figure.tick! - from) * brief.tickSeconds;
      return same(figure, seconds, duration(seconds));
    },
    clock(figure) {
      const [clock, day] = storyClock(brief.startClock, figure.tick!, brief.tickSeconds).replace('day ', '').split(', ').toReversed();
      return figure.metric === 'day' ? same(figure, Number(day), day!) : same(figure, figure.tick!, clock!);
    },
    'evidence-id'(figure) {
      const shown = trace.evidence.find((one) => one.id === figure.evidence);
      if (shown === undefined || figure.tick !== shown.tick) return `E${figure.value} at ${shown?.tick}`;
      return same(figure, trace.evidence.indexOf(shown) + 1, shown.id);
    },
    count: (figure) => (fromCounts(figure) && figure.text === String(figure.value) ? null : 'another count'),
    bound(figure) {
      const value = (BOUNDS as Readonly<Record<string, number>>)[figure.metric];
      return value === undefined ? 'no such bound' : same(figure, value, String(value));
    },
    act(figure) {
      const [type, field = ''] = figure.metric.split('.');
      const said = trace.entries
        .filter((entry) => entry.tick === figure.tick && entry.action.type === type)
        .map((entry) => (entry.action as unknown as Record<string, number>)[field]!);
      const text =
        field === 'share'
          ? formatValue(figure.value, 'share')
          : field === 'timeoutMs'
            ? formatValue(figure.value, 'ms')
            : String(figure.value);
      return said.includes(figure.value) && figure.text === text ? null : `${said.join()} as “${text}”`;
    },
    words: (figure) =>
      figure.tick === null && words.get(figure.metric)?.some((text) => text.includes(figure.text)) === true
        ? null
        : (words.get(figure.metric)?.join(' / ') ?? 'no such words'),
  };
  return (figure) => checks[figure.source](figure);
}

export const linesOf = (scenario: Scenario, trace: RunTrace): ScoreLine[] => scoreRun(scenario, trace).parts.flatMap((part) => part.lines);

/** What the lines of a run say that its record, played again, does not bear out. */
export function faults(scenario: Scenario, trace: RunTrace): string[] {
  const check = recordCheck(scenario, playRecord(scenario, trace.record).trace());
  return linesOf(scenario, trace).flatMap((line) => {
    const rest = unaccounted(line);
    return [
      ...(rest === null ? [] : [`“${line.text}” holds a number of no figure: ${rest}`]),
      ...line.figures.flatMap((figure) => {
        const instead = check(figure);
        if (instead === null) return [];
        return [`“${line.text}”: ${figure.source} ${figure.metric} ${figure.value} “${figure.text}”, the record says ${instead}`];
      }),
    ];
  });
}
