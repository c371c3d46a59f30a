import { scenarioOf } from '../library.ts';
import { episodeOf, type Case } from './plays.ts';

// A process of its own: the milliseconds that the first episode of a case takes when nothing is compiled yet.
const wanted = JSON.parse(process.argv[2] ?? '') as Case;
const episode = episodeOf(scenarioOf(wanted.scenario), wanted);
const began = performance.now();
episode();
process.stdout.write(String(performance.now() - began));
