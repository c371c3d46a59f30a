import type { IntervalRow, Reading } from '../../domain/evidence.ts';
import { formatValue } from '../../domain/metric.ts';
import { experimentLook as words } from '../../domain/words/look-experiment.ts';
import { lookTitles } from '../../domain/words/looks.ts';
import { dimensionsOf } from '../../parts/audience/cells.ts';
import { readExperiment } from '../../parts/experiment/step.ts';
import type { LookContent } from '../plant.ts';
import { comparedFrom, sidesCompared, standingBy } from './difference.ts';
import { countedIn } from './windows.ts';
import type { World } from './world.ts';

/** The comparison as it reads now: raw, freed of a different mix, by stratum; and the parallel experiment. Reading it counts as no look. */
export function lookExperiment(world: World): LookContent {
  const rows: IntervalRow[] = [];
  const readings: Reading[] = [];
  const said: string[] = [];
  const bySides = sidesCompared(world);
  if (bySides) versions(world, rows, readings, said);
  else arms(world, rows, readings, said);
  if (rows.length === 0) said.push(words.nothingCompared);
  return {
    title: lookTitles.experiment,
    readings,
    body: { kind: 'intervals', unit: bySides ? 'percentagePoints' : 'share', rows, finding: said.join(' ') },
  };
}

function versions(world: World, rows: IntervalRow[], readings: Reading[], said: string[]): void {
  const { params, cells } = world.setup;
  const read = readExperiment(world.state.parts.experiment, params.experiment);
  if (!Number.isFinite(read.raw.difference)) return void said.push(words.nothingYet);
  const row = (label: string, n: number, of: { difference: number; interval: { low: number; high: number } }): IntervalRow => ({
    label,
    rows: Math.round(n),
    estimate: of.difference * 100,
    low: of.interval.low * 100,
    high: of.interval.high * 100,
    reference: 0,
  });
  rows.push(row(words.rows.raw, read.treatment.trials, read.raw), row(words.rows.adjusted, read.treatment.trials, read.mixAdjusted));
  const [from, to] = [comparedFrom(world), world.state.tick];
  const shareOn = (segment: number, side: number): number => {
    const on = (cell: number): boolean => cells.sideOf[cell] === side;
    return countedIn(world, 'arrivals', from, to, (cell) => on(cell) && cells.segmentOf[cell] === segment) / countedIn(world, 'arrivals', from, to, on);
  };
  let [mixGap, largest] = [0, ''];
  params.audience.segments.forEach((segment, s) => {
    const gap = (shareOn(s, 1) - shareOn(s, 0)) * 100;
    if (Math.abs(gap) > Math.abs(mixGap)) [mixGap, largest] = [gap, segment.name];
  });
  const half = ((read.raw.interval.high - read.raw.interval.low) / 2) * 100;
  const one = (key: string, label: string, value: number, unit: Reading['unit'] = 'points', normal?: number): Reading => ({ key, label, value, unit, ...(normal === undefined ? {} : { normal }) });
  readings.push(
    one('experiment.gap_pp', words.gap, read.raw.difference * 100, 'percentagePoints', 0),
    one('experiment.half_width_pp', words.halfWidth, half, 'percentagePoints'),
    one('experiment.adjusted_gap_pp', words.adjustedGap, read.mixAdjusted.difference * 100, 'percentagePoints', 0),
    one('experiment.mix_gap_pp', words.mixGap, Math.abs(mixGap), 'percentagePoints', 0),
    one('experiment.split_p', words.splitChance, read.split.p),
    one('experiment.power', words.power, read.power, 'share'),
    one('experiment.trials', words.trials, read.treatment.trials, 'count'),
    one('experiment.trials_needed', words.trialsNeeded, read.trialsNeeded, 'count'),
  );
  said.push(
    words.reads(formatValue(read.raw.difference * 100, 'points'), formatValue(half, 'points'), formatValue(read.treatment.trials, 'count'), formatValue(read.trialsNeeded, 'count')),
    Math.abs(mixGap) > 5
      ? words.otherMix(largest, formatValue(Math.abs(mixGap), 'points'))
      : words.sameMix,
  );
} // prettier-ignore

function arms(world: World, rows: IntervalRow[], readings: Reading[], said: string[]): void {
  const dimension = dimensionsOf(world.setup.params.audience).find(({ id }) => id === 'arm');
  if (dimension === undefined) return;
  const treated = standingBy(world, dimension).groups.at(-1)!;
  if (treated.trials < world.setup.params.release.leastGroupTrials || !Number.isFinite(treated.change.change)) return;
  const { change, low, high } = treated.change;
  rows.push({ label: words.rows.arm(treated.name), rows: Math.round(treated.trials), estimate: change, low, high, reference: 0 });
  readings.push({ key: 'experiment.arm_change', label: words.armChange(treated.name), value: change, unit: 'share', normal: 0 });
  said.push(words.armOff(treated.name, formatValue(change, 'share')));
} // prettier-ignore
