import type { LogEntry } from '../domain/action.ts';
import { formatValue } from '../domain/metric.ts';
import { storyClock } from '../domain/time.ts';
import type { ScoreLine } from '../judge/score-card.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { Run } from '../run/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth } from '../scenario/truth.ts';
import { actionText } from './episode.ts';

/** What `run --json` prints, and `replay --json` with its verdict added. */
export interface Summary {
  readonly scenario: string;
  readonly seed: string;
  readonly variant: string;
  readonly engine: string;
  readonly ticks: number;
  readonly finalHash: string;
  readonly impactEur: number; // to the cent
  readonly impactAvoided: number | null; // share of what could be avoided
  readonly harmAddedEur: number;
  readonly score: {
    readonly total: number;
    readonly parts: readonly { readonly id: string; readonly got: number; readonly max: number; readonly cites: readonly string[] }[];
  };
  readonly actions: readonly LogEntry[];
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** The figures of a finished run. */
export function summaryOf(run: Run, verdict: Verdict): Summary {
  const trace = run.trace();
  return {
    scenario: trace.record.scenario,
    seed: trace.record.seed,
    variant: trace.variant,
    engine: trace.record.engine,
    ticks: trace.endTick,
    finalHash: trace.finalHash,
    impactEur: rounded(verdict.impactEur, 2),
    impactAvoided: verdict.impactAvoided === null ? null : rounded(verdict.impactAvoided, 4),
    harmAddedEur: rounded(verdict.harmAddedEur, 2),
    score: {
      total: verdict.score.total,
      parts: verdict.score.parts.map(({ id, got, max, cites }) => ({ id, got, max, cites })),
    },
    actions: trace.record.log,
  };
}

/** "3 of 5"; a check without a maximum only costs, and what cost nothing shows nothing. */
const pointsText = ({ points, max }: ScoreLine): string => {
  if (max > 0) return `${points} of ${max}`.replace('-', '−');
  return points < 0 ? `−${Math.abs(points)}` : '';
};

const avoidedText = ({ impactAvoided, harmAddedEur }: Verdict): string => {
  if (impactAvoided === null) return `the recommended response avoids nothing here; harm added ${formatValue(harmAddedEur, 'eur')}`;
  return `avoided ${Math.round(impactAvoided * 100)} % of what could be`.replace('-', '−');
};

/** A finished run in words: score by part with points, times and citations, impact, and what was done. */
export function summaryText(scenario: Scenario, run: Run, verdict: Verdict): string {
  const { brief } = scenario;
  const trace = run.trace();
  const variant = openTruth(scenario.sealed).variants.find(({ id }) => id === trace.variant);
  const clock = (tick: number | null): string => (tick === null ? '        ' : storyClock(brief.startClock, tick, brief.tickSeconds));
  const lines = [
    `${brief.title}, seed ${trace.record.seed}: ${variant?.title ?? trace.variant}`,
    `Response score ${verdict.score.total} of 100${verdict.score.strictness === 'standard' ? '' : `, ${verdict.score.strictness} reading`}`,
    `Impact ${formatValue(verdict.impactEur, 'eur')}; ${avoidedText(verdict)}`,
    '',
  ];
  for (const part of verdict.score.parts) {
    lines.push(`${part.title}  ${part.got} of ${part.max}`);
    for (const line of part.lines)
      lines.push(`  ${pointsText(line).padStart(9)}  ${clock(line.tick)}  ${line.text}  [${line.cites.join(', ')}]`);
  }
  lines.push('', `Actions (${trace.entries.length})`);
  for (const { tick, action, outcome } of trace.entries)
    lines.push(`  ${clock(tick)}  ${actionText(action)}${outcome.accepted ? '' : `  refused: ${outcome.reason}`}`);
  lines.push('', `Final hash ${trace.finalHash}, engine ${trace.record.engine}, ${trace.endTick} ticks`, '');
  return lines.join('\n');
}
