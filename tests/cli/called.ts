import { runCli } from '../../src/cli/cli.ts';

export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** One call of the command line inside this process, with what it wrote. */
export async function called(...argv: readonly string[]): Promise<Called> {
  let out = '';
  let err = '';
  const code = await runCli(argv, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  });
  return { code, out, err };
}

/** The JSON that a call printed alone. */
export async function printed(...argv: readonly string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await called(...argv);
  if (code !== 0) throw new Error(`exit code ${code}: ${err}`);
  return JSON.parse(out) as Record<string, unknown>;
}
