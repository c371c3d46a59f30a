import { expect, it } from 'vitest';
import { scenarioOf, shippedIds } from '../../src/cli/library.ts';
import { MESSAGE_BLOCKS } from '../../src/domain/action.ts';
import { updateText } from '../../src/game/update-text.ts';
import { createRun } from '../../src/run/run.ts';

it.each(shippedIds())('an update of %s is sent as it was shown before, and nowhere ends a sentence twice', (id) => {
  const { brief } = scenarioOf(id);
  const run = createRun(scenarioOf(id), { seed: '1' });
  const asked = (): boolean => run.observe().conversation.some((line) => line.options.length > 0);
  while (!asked()) run.advance(run.tick + 1);
  run.dispatch({ type: 'look-dashboard', dashboard: 'business' });
  run.advance(run.busyUntil() + 1);
  const [question] = brief.questions;
  const option = question!.options[0]!.id;
  const cause = brief.causes[0]!.id;
  const offered = new Map(run.menu().messageBlocks.map((block) => [block.id, block.text]));
  const blocks = MESSAGE_BLOCKS.filter((block) => offered.has(block));
  const shown = updateText(blocks.map((block) => offered.get(block)!), option, cause, brief); // prettier-ignore
  expect(blocks).toContain('options');
  expect(run.dispatch({ type: 'message', to: question!.from, blocks, option, cause }).accepted).toBe(true);
  expect(run.observe().conversation.at(-1)!.text).toBe(shown);
  expect(shown).not.toMatch(/\.\.|\.;|[?!]\./);
});
