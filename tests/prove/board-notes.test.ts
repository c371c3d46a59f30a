import { describe, expect, it } from 'vitest';
import { shipped } from '../../src/cli/library.ts';
import { boardNotes } from '../../src/prove/claims/board-notes.ts';
import { fromData, spikeData } from '../support/copies.ts';

describe('what keeps the investigator from naming a cause', () => {
  it('is nothing in the drills that are shipped', () => {
    expect(shipped().flatMap(boardNotes)).toEqual([]);
  });

  it('is said with the words that it looks for, where no option of a column has any', () => {
    const data = spikeData();
    for (const id of Object.keys(data['board'].changed)) data['board'].changed[id] = `Something else ${id.length}`;
    const notes = boardNotes(fromData(data));
    expect(notes).toHaveLength(8); // of each variant the column, and that it is never suspected
    expect(notes[0]).toMatch(/^deploy: read as "heavy-release", changed is answered with nothing, not with "Something else \d+"; the words looked for are version, release, rolled$/); // prettier-ignore
    expect(notes[1]).toBe('deploy: without an answer in each column "heavy-release" is never suspected');
  });

  it('is said of a variant whose faults no row speaks of', () => {
    const data = spikeData();
    data['variants'].deploy.faults = [{ part: 'model-server', input: 'podCapacityFactor', knots: [[0, 1], [60, 0.5]] }]; // prettier-ignore
    expect(boardNotes(fromData(data))).toEqual([
      "deploy: no row of the investigator's table speaks of its faults; where one fits all the same, name it as its signature",
    ]);
  });
});
