const MOST = 40; // characters that tell which input is meant
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu; // controls, also of the direction of reading, and what no font draws

/** Input as a message quotes it: cut to one line, and what cannot be seen or would turn the words around it as "\u{202e}". */
export function asTyped(text: string, most = MOST): string {
  const letters = Array.from(text);
  const start = letters.slice(0, most).join('');
  const seen = start.replace(UNSEEN, (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`);
  return letters.length > most ? `${seen}…` : seen;
}
