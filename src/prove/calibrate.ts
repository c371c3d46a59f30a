import type { Scenario } from '../scenario/scenario.ts';
import { openTruth, type Band } from '../scenario/truth.ts';
import { bandMeans, fitVariant, middleOf, withKnots, type Aim, type Fit } from './fit-fault.ts';
import type { Alike } from './alike.ts';
import { mean } from './row.ts';

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

const INNER = 0.8; // of a band's half-width, within which variants may meet
const DRAWN_AT_MOST = 3; // times

/** The fits with every path rounded as a file would hold it. */
const withFits = (scenario: Scenario, fits: readonly Fit[]): Scenario =>
  fits.reduce(
    (fitted, { variant, knots }) =>
      withKnots(
        fitted,
        variant,
        knots.map((path) => path.map(([, value]) => rounded(value))),
      ),
    scenario,
  );

const rounded = (value: number): number => Number(value.toPrecision(5));

/**
 * What draws one variant to where all of them are on the mean, at whole minutes up to the page and within the band; elsewhere its middle.
 * A fit reads few seeds, so what it is off from many is allowed for.
 */
function meeting({ brief }: Scenario, bands: readonly Band[], { minutes }: Alike, variant: number, { means }: Fit): Aim[] {
  return bands.map((band, i) => {
    const middle: Aim = { ...middleOf(band), within: band };
    const { at, width } = middle;
    const minute = minutes.find(({ secondsFromPage }) => secondsFromPage === band.secondsFromPage);
    if (band.metric !== brief.pager.metric || minute === undefined) return middle;
    const common = means[i]! + mean(minute.means) - minute.means[variant]!;
    return { ...middle, at: Math.min(at + INNER * width, Math.max(at - INNER * width, common)), width: Math.min(width, minute.noise) };
  });
}

/** What a fit came to: paths to paste, the bands they reach, and the scenario that has them. */
export interface Calibrated {
  readonly paths: readonly FaultPath[];
  readonly bands: readonly BandReached[];
  readonly scenario: Scenario;
}

/**
 * Fits every fault path to the bands. Where the variants then do not open alike, they are fitted on to what they reach together.
 * @param look at how alike the variants of a scenario open
 */
export function calibrate(
  scenario: Scenario,
  report: (text: string) => void,
  look: (fitted: Scenario) => Alike,
  rounds = 10,
  seeds: readonly string[] = CALIBRATION_SEEDS,
): Calibrated {
  const { variants, bands } = openTruth(scenario.sealed);
  if (bands.length === 0) return calibrated(scenario, seeds);
  let fits = variants.map(({ id }) => fitVariant(scenario, id, bands.map(middleOf), seeds, rounds, report));
  let fitted = withFits(scenario, fits);
  let alike = look(fitted);
  for (let drawn = 0; drawn < DRAWN_AT_MOST && !alike.ok && alike.unpaged.length === 0; drawn++) {
    report('The variants do not open alike yet, so each is drawn to what they reach together.');
    const next = fits.map((one, v) => fitVariant(fitted, one.variant, meeting(scenario, bands, alike, v, one), seeds, rounds, report));
    const candidate = withFits(scenario, next);
    const found = look(candidate);
    if (!(apart(found) < apart(alike)) || !checkBands(candidate, seeds).every(({ ok }) => ok)) break;
    [fits, fitted, alike] = [next, candidate, found];
  }
  return calibrated(fitted, seeds);
}

const apart = ({ worstSigmas, ok }: Alike): number => (ok ? 0 : worstSigmas);

function calibrated(fitted: Scenario, seeds: readonly string[]): Calibrated {
  const paths = openTruth(fitted.sealed).variants.flatMap(({ id, faults }) =>
    faults.map(({ part, input, knots }): FaultPath => ({ variant: id, part, input, knots })),
  );
  return { paths, bands: checkBands(fitted, seeds), scenario: fitted };
}
