import { alikeOf, pagesOf, type Alike } from '../../prove/alike.ts';
import { BARS } from '../../prove/bars.ts';
import { calibrate as fit, checkBands, type BandReached, type FaultPath } from '../../prove/calibrate.ts';
import { readArgs, type Command } from '../args.ts';
import { warnOfBorrowedId } from '../borrowed-id.ts';
import { scenarioOf } from '../library.ts';

const seeds = (from: number, count: number): string[] => Array.from({ length: count }, (_, i) => String(from + i));
const FIT_SEEDS = seeds(1001, 100);
const TEST_SEEDS = seeds(1, 100);

const short = (value: number): number => Number(value.toPrecision(4));
const percent = (share: number): string => `${Math.round(share * 100)} %`;

const pathLine = ({ variant, part, input, knots }: FaultPath): string =>
  `${variant}  ${part}.${input}  [${knots.map(([at, value]) => `[${at}, ${value}]`).join(', ')}]`;

const bandLine = ({ variant, metric, secondsFromPage, low, high, mean, ok }: BandReached): string =>
  `${ok ? 'ok     ' : 'OUTSIDE'}  ${variant}  ${metric} ${secondsFromPage} s from the page: ${short(mean)}, band ${low} to ${high}`;

const alikeLines = ({ named, worstSigmas, healthyWithin, unpaged, ok }: Alike): string[] => [
  `alike at the start: ${ok ? 'yes' : 'no'}`,
  ...unpaged.map((variant) => `  ${variant} never pages, so it is like no other`),
  `  variant named from the page in ${percent(named)} of seeds, bar ${percent(BARS.alike.namedAtMost)}`,
  `  largest difference before the page ${short(worstSigmas)} σ of the noise shown, bar ${BARS.alike.sigmasAtMost} σ`,
  `  healthy scrapes within ±10 %: ${percent(healthyWithin)}, bar ${percent(BARS.alike.healthyAtLeast)}`,
];

/** Fits the fault paths of a scenario to its bands; with --check only says where its own paths lead. */
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
    const fitted = values.check ? null : fit(scenario, (text) => io.err(`${text}\n`));
    if (fitted !== null && fitted.bands.length === 0) io.err('The file states no bands, so nothing was fitted: these are its own paths.\n');
    const bands = fitted?.bands ?? checkBands(scenario);
    const alike = values.check ? alikeOf(scenario, pagesOf(scenario, FIT_SEEDS), pagesOf(scenario, TEST_SEEDS)) : null;
    if (values.json) io.out(`${JSON.stringify({ ...(fitted ? { paths: fitted.paths } : {}), bands, ...(alike ? { alike } : {}) })}\n`);
    else {
      const lines = [...(fitted?.paths.map(pathLine) ?? []), ...bands.map(bandLine), ...(alike ? alikeLines(alike) : [])];
      io.out(`${lines.join('\n')}\n`);
    }
    return bands.every(({ ok }) => ok) && (alike?.ok ?? true) ? 0 : 1;
  },
};
