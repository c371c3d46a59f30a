import { Fragment } from 'preact';

const WIDE = /([:,. ]+)/; // these stand in full cells in B612 Mono

/** Characters of an SVG text in the cockpit face, with `: , .` and spaces drawn tight. */
export function SvgMono({ children }: { readonly children: string }) {
  return (
    <>
      {children.split(WIDE).map((part, i) =>
        i % 2 === 1 ? (
          <tspan class="tight" key={i}>
            {part}
          </tspan>
        ) : (
          <Fragment key={i}>{part}</Fragment>
        ),
      )}
    </>
  );
}
