import type { Picture } from '../../src/scene/display-list.ts';
import type { Box } from '../../src/scene/shape.ts';
import { boxOf, widthOf } from '../../src/scene/words.ts';

/** Looks after which a map has most to say. */
export const LOOKS = ['look-dashboard', 'look-lineage', 'look-distributions', 'look-changes', 'look-experiment', 'look-registry'];

/** One line of text on a map, and where it stands. */
export interface Said {
  readonly of: string; // the item that it belongs to
  readonly text: string;
  readonly box: Box;
}

/** Everything that a drawn map says in words. */
export const saidOn = ({ items }: Picture): Said[] =>
  items.flatMap((item) =>
    item.shapes.flatMap((shape) => {
      if (shape.kind !== 'text') return [];
      const { text, x, y, size, style, align } = shape;
      return [{ of: item.id, text, box: boxOf(x, y - size / 2, widthOf(text, style, size), size, align) }];
    }),
  );
