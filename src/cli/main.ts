#!/usr/bin/env node
import { runCli } from './cli.ts';

// A reader such as `head` may close the pipe early; that is its right, not an error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g; // what a file of a stranger could tell a terminal to do
const plain = (text: string): string => text.replace(CONTROLS, '\ufffd');

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => void process.stdout.write(plain(text)),
  err: (text) => void process.stderr.write(plain(text)),
});
