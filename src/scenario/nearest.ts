const MOST_LETTERS = 40; // of a name that is compared: whatever is longer was never one
const FEW = 2; // letters that a slip of the pen changes
const MOST_NAMED = 3;

/** How many letters have to change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] as number;
}

/** Names that a misspelt one may mean, the likeliest first; none where it is no slip of the pen. */
export function meant(name: string, known: readonly string[]): readonly string[] {
  if (name.length > MOST_LETTERS) return [];
  const far = new Map(known.map((other) => [other, distance(name, other)]));
  return known.filter((other) => far.get(other)! <= FEW).sort((a, b) => far.get(a)! - far.get(b)!);
}

/** A few names nearest to one that is none of them: those that share a word with it, else by how many letters differ. */
export function closest(name: string, known: readonly string[]): readonly string[] {
  if (name.length > MOST_LETTERS) return [];
  const words = name.split('-');
  const akin = known.filter((other) => other.split('-').some((word) => words.includes(word)));
  const far = new Map(known.map((other) => [other, distance(name, other)]));
  return [...(akin.length > 0 ? akin : known)].sort((a, b) => far.get(a)! - far.get(b)!).slice(0, MOST_NAMED);
}
