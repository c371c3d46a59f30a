import './passing-words.css';
import { RefusedLine } from './refused-line.tsx';
import { UndoLine } from './undo-line.tsx';

/** What is said for a few seconds, in a place that is kept for it: it lies over nothing, and what else stands there waits as long. */
export function PassingWords() {
  return (
    <div class="passing-words">
      <RefusedLine />
      <UndoLine />
    </div>
  );
}
