import { storyClock, type Tick } from '../domain/time.ts';
import { formatValue } from '../domain/metric.ts';
import type { ActionLoss, LossReport } from '../judge/loss/loss.ts';
import type { Excluded } from '../judge/loss/open-variants.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { actionText } from './episode.ts';

const DIGITS = 4; // of a share

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits)) + 0; // no −0

/** An analysis as `loss --json` prints it: shares to four digits, euro to the cent. */
export const lossJson = (report: LossReport) => ({
  ...report,
  avoidableEur: Object.fromEntries(Object.entries(report.avoidableEur).map(([id, value]) => [id, rounded(value, 2)])),
  actions: report.actions.map((one) => ({
    ...one,
    loss: rounded(one.loss, DIGITS),
    luck: rounded(one.luck, DIGITS),
    variants: one.variants.map(({ variant, beforeEur, afterEur, share }) => ({
      variant,
      beforeEur: rounded(beforeEur, 2),
      afterEur: rounded(afterEur, 2),
      share: rounded(share, DIGITS),
    })),
  })),
});

const percent = (share: number): string => {
  const whole = Math.round(share * 100);
  return `${whole < 0 ? '−' : ''}${Math.abs(whole)} %`;
};

const excludedText = ({ variant, by }: Excluded, clock: (tick: Tick) => string): string => {
  const why = by.map(({ evidence, mark, holds, tick }) => `${mark}${holds ? '' : ' absent'} (${evidence}, ${clock(tick)})`);
  return `  no longer open: ${variant}, by ${why.join(', ')}`;
};

/** An analysis in words: one line an action, and what the evidence excluded where it first did. */
export function lossText(scenario: Scenario, report: LossReport): string {
  const { brief } = scenario;
  const clock = (tick: Tick): string => storyClock(brief.startClock, tick, brief.tickSeconds);
  const said = new Set<string>();
  const line = (one: ActionLoss): string[] => {
    const news = one.excluded.filter(({ variant }) => !said.has(variant));
    for (const { variant } of news) said.add(variant);
    const priced = one.variants.length > 0;
    const figures = priced
      ? `${percent(one.loss).padStart(6)}  ${percent(one.luck).padStart(6)}`
      : `${'–'.padStart(6)}  ${'–'.padStart(6)}`;
    const asked = one.recommended ? '  (recommended)' : '';
    return [
      ...news.map((excluded) => excludedText(excluded, clock)),
      `  ${clock(one.tick)}  ${figures}  ${one.mark.padEnd(2)}  ${actionText(one.action)}${one.accepted ? asked : '  (refused)'}`,
    ];
  };
  const of = Object.entries(report.avoidableEur).map(([id, value]) => `${id} ${formatValue(value, 'eur')}`);
  return [
    `${brief.title}, seed ${report.seed}: ${report.variant}`,
    'Loss is the mean over the causes still open, as a share of what could be avoided; luck is what this cause adds to it.',
    ...(of.length === 0 ? [] : [`Avoidable: ${of.join(', ')}`]),
    '',
    `  ${'at'.padEnd(8)}  ${'loss'.padStart(6)}  ${'luck'.padStart(6)}`,
    ...report.actions.flatMap(line),
    '',
  ].join('\n');
}
