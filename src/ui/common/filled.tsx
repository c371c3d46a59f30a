import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';

interface Props {
  readonly words: string; // a whole sentence with its places in braces: "best {score}"
  readonly with: Readonly<Record<string, ComponentChildren>>;
}

/** A sentence of which some places are elements: a language puts them where it wants them. */
export function Filled({ words, with: places }: Props) {
  return (
    <>
      {words.split(/\{(\w+)\}/).map((part, i) => (
        <Fragment key={i}>{i % 2 === 0 ? part : places[part]}</Fragment>
      ))}
    </>
  );
}
