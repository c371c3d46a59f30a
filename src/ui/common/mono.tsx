import { Fragment } from 'preact';

const WIDE = /([:,. ]+)/; // these stand in full cells in B612 Mono

/** A measured value or a clock in the cockpit face, with `: , .` and spaces drawn tight. */
export function Mono({
  children,
  bold = false,
  class: extra = '',
}: {
  readonly children: string;
  readonly bold?: boolean;
  readonly class?: string;
}) {
  const parts = children.split(WIDE);
  const text = parts.map((part, i) =>
    i % 2 === 1 ? (
      <span class="tight" key={i}>
        {part}
      </span>
    ) : (
      <Fragment key={i}>{part}</Fragment>
    ),
  );
  return bold ? <b class={`mono ${extra}`}>{text}</b> : <span class={`mono ${extra}`}>{text}</span>;
}
