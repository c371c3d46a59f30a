import type { Scenario } from '../scenario/scenario.ts';
import { openTruth, type Band } from '../scenario/truth.ts';
import { bandMeans, fitVariant } from './fit-fault.ts';

export interface BandReached {
  readonly variant: string;
  readonly metric: string;
  readonly secondsFromPage: number;
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  readonly ok: boolean;
}

export interface FaultPath {
  readonly variant: string;
  readonly part: string;
  readonly input: string;
  readonly knots: readonly (readonly [number, number])[];
}

export const CALIBRATION_SEEDS: readonly string[] = ['1001', '1002', '1003', '1004'];

const reached = (scenario: Scenario, variant: string, bands: readonly Band[], seeds: readonly string[]): BandReached[] => {
  const means = bandMeans(scenario, variant, bands, seeds);
  return bands.map((band, i) => ({ variant, ...band, mean: means[i]!, ok: means[i]! >= band.low && means[i]! <= band.high }));
};

/** The bands as the file's own knots reach them: mean over seeds, per variant. */
export function checkBands(scenario: Scenario, seeds: readonly string[] = CALIBRATION_SEEDS): BandReached[] {
  const truth = openTruth(scenario.sealed);
  return truth.variants.flatMap((variant) => reached(scenario, variant.id, truth.bands, seeds));
}

/** Fits every fault path to the bands. Values are rounded as a file would hold them. */
export function calibrate(
  scenario: Scenario,
  report: (text: string) => void,
  rounds = 10,
  seeds: readonly string[] = CALIBRATION_SEEDS,
): { paths: FaultPath[]; bands: BandReached[] } {
  const truth = openTruth(scenario.sealed);
  const paths: FaultPath[] = [];
  const bands: BandReached[] = [];
  for (const variant of truth.variants) {
    const fit = fitVariant(scenario, variant.id, seeds, rounds, report);
    variant.faults.forEach((fault, f) =>
      paths.push({
        variant: variant.id,
        part: fault.part,
        input: fault.input,
        knots: fit.knots[f]!.map(([at, value]) => [at, Number(value.toPrecision(5))] as const),
      }),
    );
    truth.bands.forEach((band, i) =>
      bands.push({ variant: variant.id, ...band, mean: fit.means[i]!, ok: fit.means[i]! >= band.low && fit.means[i]! <= band.high }),
    );
  }
  return { paths, bands };
}
