import { writeFileSync } from 'node:fs';
import { shipped } from '../../src/cli/library.ts';
import { goldenRows, goldenText } from './rows.ts';

// npm run golden: keeps how runs end now, where a change of the world is meant.
for (const scenario of shipped()) {
  const file = new URL(`./${scenario.brief.id}.json`, import.meta.url);
  writeFileSync(file, goldenText(goldenRows(scenario)));
  console.log(`wrote tests/golden/${scenario.brief.id}.json`);
}
