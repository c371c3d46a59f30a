import { readArgs, type Command } from '../args.ts';
import { endure, timesOf, type Endurance, type ScenarioTimes } from '../bench/timing.ts';
import { shipped, shippedIds } from '../library.ts';

const SERVING_DRILL = 'latency-spike';
const WARM_BOUND_MS = 12; // an episode on one core, slowest case
const SERVING_BOUND_MS = 8; // the same of the drill that is all serving
const COLD_BOUND_MS = 60; // of 40 simulated minutes of the drill that is all serving, in a process that has compiled nothing yet
const FRAME_BOUND_MS = 2; // script per frame at 2,000 dots
const INPUT_BOUND_MS = 100; // from a key to its answer, at 16×

const beside = (ms: number, bound: number): string => `${ms} ms (bound ${bound} ms${ms > bound ? ', over' : ''})`;

const text = (scenarios: readonly ScenarioTimes[], endurance: Endurance): string => {
  const lines: string[] = [];
  for (const { scenario, coldMs, cold40MinutesMs, warmMs, ticksPerSecond, cases } of scenarios) {
    const serving = scenario === SERVING_DRILL;
    const short =
      cold40MinutesMs === null
        ? ''
        : `, its first 40 minutes ${serving ? beside(cold40MinutesMs, COLD_BOUND_MS) : `${cold40MinutesMs} ms`}`;
    lines.push(
      `${scenario}: cold ${coldMs} ms${short}, warm ${beside(warmMs, serving ? SERVING_BOUND_MS : WARM_BOUND_MS)}, ${ticksPerSecond} ticks/s`,
    );
    for (const one of cases) {
      const shortCase = one.cold40MinutesMs === null ? '' : ` (first 40 minutes ${one.cold40MinutesMs} ms)`;
      lines.push(
        `  ${one.variant.padEnd(24)} ${one.play.padEnd(10)} cold ${one.coldMs} ms${shortCase}, warm ${one.warmMs} ms (processor ${one.warmCpuMs} ms)`,
      );
    }
  }
  const { episodes, episodesPerSecond, heapMbEarly, heapMb } = endurance;
  lines.push(`${episodesPerSecond} episodes/s; heap after ${episodes / 10} episodes ${heapMbEarly} MB, after ${episodes} ${heapMb} MB`, '');
  return lines.join('\n');
};

/** How fast episodes run here; with --browser how much script a frame of the map takes, and how soon a key is answered, and how long the first episode takes in a browser. */
export const bench: Command = {
  usage: 'bench [--browser] [--json]',
  async run(argv, io) {
    const { values } = readArgs(argv, { json: { type: 'boolean' }, browser: { type: 'boolean' } }, { names: [], least: 0, most: 0 });
    if (values.browser) {
      const frames = await (await import('../bench/scene.ts')).sceneTimes();
      const input = await (await import('../bench/input.ts')).inputTimes();
      const cold = await (await import('../bench/browser-cold.ts')).browserCold(SERVING_DRILL);
      if (values.json) io.out(`${JSON.stringify({ ...frames, input, cold })}\n`);
      else
        io.out(
          `${frames.dots} dots, ${frames.renderer}: script ${beside(frames.scriptMsPerFrame, FRAME_BOUND_MS)} a frame, 95 % within ${frames.scriptMsP95} ms\n` +
            `${input.presses} keys at ${input.speed}×: answered in ${beside(input.answeredMsMedian, INPUT_BOUND_MS)}, 95 % within ${input.answeredMsP95} ms\n` +
            `first episode of ${cold.scenario} in a browser: ${cold.coldMs} ms, once the game has warmed its engine up ${cold.warmedMs} ms\n` +
            cold.cases
              .map((one) => `  ${one.variant.padEnd(24)} ${one.play.padEnd(10)} ${one.coldMs} ms (warmed up ${one.warmedMs} ms)\n`)
              .join(''),
        );
      return 0;
    }
    const scenarios: ScenarioTimes[] = [];
    for (const scenario of shipped()) scenarios.push(await timesOf(scenario));
    const endurance = endure(shippedIds());
    if (values.json) io.out(`${JSON.stringify({ scenarios, ...endurance })}\n`);
    else io.out(text(scenarios, endurance));
    return 0;
  },
};
