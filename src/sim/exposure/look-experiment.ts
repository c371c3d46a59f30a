import type { IntervalRow, Reading } from '../../domain/evidence.ts';
import { formatValue } from '../../domain/metric.ts';
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
  const words: string[] = [];
  if (sidesCompared(world)) versions(world, rows, readings, words);
  arms(world, rows, readings, words);
  if (rows.length === 0) words.push('Nothing is being compared: everyone has the same version.');
  return { title: 'Read-out of the comparison', readings, body: { kind: 'intervals', unit: 'points', rows, finding: words.join(' ') } };
}

function versions(world: World, rows: IntervalRow[], readings: Reading[], words: string[]): void {
  const { params, cells } = world.setup;
  const read = readExperiment(world.state.parts.experiment, params.experiment);
  if (!Number.isFinite(read.raw.difference)) return void words.push('Nothing to read yet.');
  const row = (label: string, n: number, of: { difference: number; interval: { low: number; high: number } }): IntervalRow => ({
    label,
    rows: Math.round(n),
    estimate: of.difference * 100,
    low: of.interval.low * 100,
    high: of.interval.high * 100,
    reference: 0,
  });
  rows.push(row('Candidate − stable', read.treatment.trials, read.raw), row('The same, mix made equal', read.treatment.trials, read.mixAdjusted));
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
    one('experiment.gap_pp', 'Candidate − stable, points', read.raw.difference * 100, 'points', 0),
    one('experiment.half_width_pp', 'Half of its 95 % interval, points', half),
    one('experiment.adjusted_gap_pp', 'The same with the mix made equal, points', read.mixAdjusted.difference * 100, 'points', 0),
    one('experiment.mix_gap_pp', 'Largest difference of mix, points', Math.abs(mixGap), 'points', 0),
    one('experiment.split_p', 'Chance of this split by chance', read.split.p),
    one('experiment.power', 'Power for the smallest effect that matters', read.power, 'share'),
    one('experiment.trials', 'Compared on the candidate', read.treatment.trials, 'count'),
    one('experiment.trials_needed', 'Needed there by the plan', read.trialsNeeded, 'count'),
  );
  words.push(
    `${formatValue(read.raw.difference * 100, 'points')} ± ${formatValue(half, 'points')} points on ${formatValue(read.treatment.trials, 'count')} of ${formatValue(read.trialsNeeded, 'count')} that the plan asks for.`,
    Math.abs(mixGap) > 5
      ? `The sides are not made of the same: ${largest} differs by ${formatValue(Math.abs(mixGap), 'points')} points.`
      : 'The sides are made of the same.',
  );
} // prettier-ignore

function arms(world: World, rows: IntervalRow[], readings: Reading[], words: string[]): void {
  const dimension = dimensionsOf(world.setup.params.audience).find(({ id }) => id === 'arm');
  if (dimension === undefined || sidesCompared(world)) return;
  const treated = standingBy(world, dimension).groups.at(-1)!;
  if (treated.trials < world.setup.params.release.leastGroupTrials || !Number.isFinite(treated.change.change)) return;
  const { change, low, high } = treated.change;
  rows.push({ label: `${treated.name} against the other arm, %`, rows: Math.round(treated.trials), estimate: change * 100, low: low * 100, high: high * 100, reference: 0 });
  readings.push({ key: 'experiment.arm_change', label: `${treated.name}: change against the other arm`, value: change, unit: 'share', normal: 0 });
  words.push(`${treated.name} lies ${formatValue(change, 'share')} off the other arm.`);
} // prettier-ignore
