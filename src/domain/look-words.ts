import type { Look } from './action.ts';

/** A look as scenario files write it: "dashboard versions", "logs fraud-api", "changes". */
export function lookWords(look: Look): string {
  const kind = look.type.slice('look-'.length);
  switch (look.type) {
    case 'look-dashboard':
      return `${kind} ${look.dashboard}`;
    case 'look-trace':
      return `${kind} ${look.pick}`;
    case 'look-logs':
      return `${kind} ${look.station}`;
    case 'look-segments':
      return `${kind} ${look.by}`;
    case 'look-sample':
      return `${kind} ${look.of}`;
    default:
      return kind;
  }
}

/** Whether a name means a look: "trace" is any trace, "dashboard model" that one. */
export function isNamed(name: string, look: Look): boolean {
  const words = lookWords(look);
  return words === name || words.startsWith(`${name} `);
}
