import { alikeOf, pagesOf, sigmasApart, type Alike } from '../../prove/alike.ts';
import { BARS } from '../../prove/bars.ts';
import { calibrate as fit, checkBands, type BandReached, type FaultPath } from '../../prove/calibrate.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { readArgs, type Command } from '../args.ts';
import { warnOfBorrowedId } from '../borrowed-id.ts';
import { scenarioOf, variantIds } from '../library.ts';

const seeds = (from: number, count: number): string[] => Array.from({ length: count }, (_, i) => String(from + i));
const FIT_SEEDS = seeds(1001, 100);
const TEST_SEEDS = seeds(1, 100);

const short = (value: number): number => Number(value.toPrecision(4));
const percent = (share: number): string => `${Math.round(share * 100)} %`;

const pathLine = ({ variant, part, input, knots }: FaultPath): string =>
  `${variant}  ${part}.${input}  [${knots.map(([at, value]) => `[${at}, ${value}]`).join(', ')}]`;

const bandLine = ({ variant, metric, secondsFromPage, low, high, mean, ok }: BandReached): string =>
  `${ok ? 'ok     ' : 'OUTSIDE'}  ${variant}  ${metric} ${secondsFromPage} s from the page: ${short(mean)}, band ${low} to ${high}`;

const alikeIn = (scenario: Scenario): Alike => alikeOf(scenario, pagesOf(scenario, FIT_SEEDS), pagesOf(scenario, TEST_SEEDS));

/** What an author can do where variants do not open alike. */
function advice({ named, worstSigmas, minutes, healthyWithin, unpaged }: Alike, variants: readonly string[]): string[] {
  if (unpaged.length > 0) return [`To mend it: let the path of ${unpaged.join(' and ')} reach what the alert waits for, and fit again.`];
  const [worst] = [...minutes].sort((a, b) => sigmasApart(b) - sigmasApart(a));
  if (worstSigmas > BARS.alike.sigmasAtMost && worst !== undefined) {
    const of = (value: number): string => variants[worst.means.indexOf(value)] ?? '';
    const [highest, lowest] = [of(Math.max(...worst.means)), of(Math.min(...worst.means))];
    return [
      `To mend it: ${-worst.secondsFromPage} s before the page, ${highest} reads highest and ${lowest} lowest. State a band there or narrow it, ` +
        'or give their paths a knot near that moment, and fit again.',
    ];
  }
  if (named > BARS.alike.namedAtMost)
    return [
      'To mend it: the value on the page, or how long it held, tells the variants apart; narrow the band at 0 s and the one before it, and fit again.',
    ];
  if (healthyWithin < BARS.alike.healthyAtLeast)
    return ['To mend it: lower the noise of the system, or its load, until healthy readings are steady.'];
  return [];
}

const alikeLines = (alike: Alike, variants: readonly string[]): string[] => {
  const { named, worstSigmas, healthyWithin, unpaged, ok } = alike;
  return [
    `alike at the start: ${ok ? 'yes' : 'no'}`,
    ...unpaged.map((variant) => `  ${variant} never pages, so it is like no other`),
    `  variant named from the page in ${percent(named)} of seeds, bar ${percent(BARS.alike.namedAtMost)}`,
    `  largest difference before the page ${short(worstSigmas)} σ of the noise shown, bar ${BARS.alike.sigmasAtMost} σ`,
    `  healthy scrapes within ±10 %: ${percent(healthyWithin)}, bar ${percent(BARS.alike.healthyAtLeast)}`,
    ...(ok ? [] : advice(alike, variants)),
  ];
};

/** Fits the fault paths of a scenario to its bands; with --check only says where its own paths lead. Either says whether the variants open alike. */
export const calibrate: Command = {
  usage: 'calibrate FILE [--check] [--json]',
  run(argv, io) {
    const { values, operands } = readArgs(
      argv,
      { check: { type: 'boolean' }, json: { type: 'boolean' } },
      { names: ['FILE'], least: 1, most: 1 },
    );
    const scenario = scenarioOf(operands[0] ?? '');
    warnOfBorrowedId(operands[0] ?? '', scenario, io);
    const fitted = values.check ? null : fit(scenario, (text) => io.err(`${text}\n`), alikeIn);
    if (fitted !== null && fitted.bands.length === 0) io.err('The file states no bands, so nothing was fitted: these are its own paths.\n');
    const bands = fitted?.bands ?? checkBands(scenario);
    const alike = alikeIn(fitted?.scenario ?? scenario);
    if (values.json) io.out(`${JSON.stringify({ ...(fitted ? { paths: fitted.paths } : {}), bands, alike })}\n`);
    else
      io.out(
        `${[...(fitted?.paths.map(pathLine) ?? []), ...bands.map(bandLine), ...alikeLines(alike, variantIds(scenario))].join('\n')}\n`,
      );
    return bands.every(({ ok }) => ok) && alike.ok ? 0 : 1;
  },
};
