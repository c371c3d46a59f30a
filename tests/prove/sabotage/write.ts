import { readFileSync, writeFileSync } from 'node:fs';
import { SABOTAGE } from './edits.ts';
import { sabotaged } from './sabotaged.ts';

// Writes the sabotaged scenarios anew from the honest one: npx tsx tests/prove/sabotage/write.ts
const honest = readFileSync(new URL('../../../scenarios/latency-spike.yaml', import.meta.url), 'utf8');
for (const claim of Object.keys(SABOTAGE) as (keyof typeof SABOTAGE)[])
  writeFileSync(new URL(`${claim}.yaml`, import.meta.url), sabotaged(honest, claim));
