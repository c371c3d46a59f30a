import type { Command, Io } from './args.ts';
import { anyOf, BadInput, quoted, WrongUsage } from './wrong.ts';

const PROGRAM = 'npm run --silent cli --';

/** Commands load when they are called, so that `list` does not wait for what `bench` needs. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  list: async () => (await import('./commands/list.ts')).list,
  run: async () => (await import('./commands/run.ts')).run,
  replay: async () => (await import('./commands/replay.ts')).replay,
  loss: async () => (await import('./commands/loss.ts')).loss,
  best: async () => (await import('./commands/best.ts')).best,
  compare: async () => (await import('./commands/compare.ts')).compare,
  validate: async () => (await import('./commands/validate.ts')).validate,
  schema: async () => (await import('./commands/schema.ts')).schema,
  readings: async () => (await import('./commands/readings.ts')).readings,
  calibrate: async () => (await import('./commands/calibrate.ts')).calibrate,
  oracle: async () => (await import('./commands/oracle.ts')).oracle,
  metrics: async () => (await import('./commands/metrics.ts')).metrics,
  prove: async () => (await import('./commands/prove.ts')).prove,
  sweep: async () => (await import('./commands/sweep.ts')).sweep,
  coverage: async () => (await import('./commands/coverage.ts')).coverage,
  story: async () => (await import('./commands/story.ts')).story,
  bench: async () => (await import('./commands/bench.ts')).bench,
};

const help = async (io: Io): Promise<number> => {
  for (const load of Object.values(COMMANDS)) io.out(`${PROGRAM} ${(await load()).usage}\n`);
  return 0;
};

/**
 * One call of the command line.
 * @param argv what follows the program's name
 * @returns the exit code: 0 done, 1 a check failed or an input is invalid, 2 wrong usage
 */
export async function runCli(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv;
  let usage = '';
  try {
    if (name === undefined) throw new WrongUsage(`a command is missing: ${anyOf(Object.keys(COMMANDS))}`);
    if (name === 'help' || name === '--help' || name === '-h') return await help(io);
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!load) throw new WrongUsage(`there is no command ${quoted(name)}, only ${Object.keys(COMMANDS).join(', ')}`);
    const command = await load();
    usage = command.usage;
    if (rest.includes('--help')) {
      io.out(`${PROGRAM} ${usage}\n`);
      return 0;
    }
    return await command.run(rest, io);
  } catch (error) {
    if (error instanceof WrongUsage) {
      io.err(`${error.message}${usage ? `. Usage: ${PROGRAM} ${usage}` : ''}\n`);
      return 2;
    }
    if (error instanceof BadInput) {
      io.err(`${error.message}\n`);
      return 1;
    }
    io.err(`this should not happen, please report it: ${String((error as Error)?.message ?? error).split('\n')[0]}\n`);
    return 1;
  }
}
