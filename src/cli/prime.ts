import { play } from './episode.ts';
import { scenarioOf, shippedIds, variantIds } from './library.ts';

// One episode of every shipped drill, by the policy that looks at most and does most: what it has called is kept as compiled.
for (const scenario of shippedIds().map(scenarioOf)) play(scenario, { policy: 'expert' }, '1', variantIds(scenario)[0]).finalHash();
