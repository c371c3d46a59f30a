// A process of its own: plays what primes a bundle, and keeps the code that this has compiled.
import { join } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { keepCompiled } from './code-cache.mjs';

await import(pathToFileURL(join(argv[2], 'prime.mjs')).href);
keepCompiled();
