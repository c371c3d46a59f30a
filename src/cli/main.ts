#!/usr/bin/env node
import { runCli } from './cli.ts';
import { plain } from './plain.ts';

// A reader such as `head` may close the pipe early; that is its right, not an error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => void process.stdout.write(plain(text)),
  err: (text) => void process.stderr.write(plain(text)),
});
