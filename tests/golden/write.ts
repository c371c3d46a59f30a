import { writeFileSync } from 'node:fs';
import { aScenario } from '../support/a-scenario.ts';
import { goldenRows, goldenText } from './rows.ts';

// npm run golden: keeps how runs end now, where a change of the world is meant.
const file = new URL('./latency-spike.json', import.meta.url);
writeFileSync(file, goldenText(goldenRows(aScenario())));
console.log(`wrote ${file.pathname}`);
