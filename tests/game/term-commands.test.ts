import { describe, expect, it } from 'vitest';
import { findCommands } from '../../src/game/commands/find.ts';
import { termCommands } from '../../src/game/commands/term-commands.ts';
import { GLOSSARY } from '../../src/game/glossary.ts';

describe('terms among the commands', () => {
  const commands = termCommands();
  it.each([
    ['what is psi', 'PSI'],
    ['psi', 'PSI'],
    ['What is a burn rate?', 'Burn rate'],
    ['p95', 'p95'],
  ])('"%s" finds %s first', (typed, name) => {
    const wanted = GLOSSARY.find((term) => term.name === name) ?? GLOSSARY.find((term) => term.forms.includes(name))!;
    expect(findCommands(commands, typed)[0]?.term.id).toBe(wanted.id);
  });

  it('hold every term once, with the first sentence that explains it', () => {
    expect(commands.map(({ term }) => term)).toEqual(GLOSSARY);
    for (const { cost, term } of commands) expect(term.says.startsWith(cost) && cost.length > 10, term.name).toBe(true);
  });
});
