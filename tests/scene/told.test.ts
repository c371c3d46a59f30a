import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import { formatValue } from '../../src/domain/metric.ts';
import { markLabel } from '../../src/game/map-mark-words.ts';
import { mapLayout } from '../../src/game/map-layout.ts';
import { mapView } from '../../src/game/map-view.ts';
import { createRun } from '../../src/run/run.ts';
import { distance } from '../../src/scene/anchor.ts';
import { pictureOf, type Picture } from '../../src/scene/display-list.ts';
import { fadeMs } from '../../src/scene/fading.ts';
import { LAYERS, type Box, type PathShape } from '../../src/scene/shape.ts';
import { siteOf } from '../../src/scene/site.ts';
import { psiText } from '../../src/ui/evidence/distribution-shape.ts';
import { knownOf, viewOn, withFigure } from './drills.ts';
import { DESK } from './night.ts';
import { LOOKS, saidOn } from './said.ts';

const DRILLS = ['latency-spike', 'silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'];
const SIZES = [DESK, { width: 540, height: 570 }, { width: 684, height: 505 }, { width: 390, height: 238 }];

/** The hairlines that lead from plaques to what they are about. */
const leaders = ({ items }: Picture): { readonly of: string; readonly points: readonly number[] }[] =>
  items.flatMap((item) =>
    !item.id.startsWith('mark:')
      ? []
      : item.shapes
          .filter((shape): shape is PathShape => shape.kind === 'path' && shape.stroke?.width === 1)
          .map(({ points }) => ({ of: item.id, points })),
  );

const runsThrough = ([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[], box: Box): boolean =>
  Array.from({ length: 101 }, (_, i) => [x0 + ((x1 - x0) * i) / 100, y0 + ((y1 - y0) * i) / 100] as const).some(
    ([x, y]) => x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1,
  );

describe.each(DRILLS)('what the map of %s tells', (id) => {
  const views = [0.2, 0.3, 0.5, 0.7, 0.9].map((share) => viewOn(id, knownOf(id, share, '5', LOOKS)));

  it.each(SIZES)('has no hairline through words, and no word that a district is read on with, at $width × $height', (size) => {
    for (const view of views) {
      const picture = pictureOf(view, siteOf(view, size));
      const said = saidOn(picture);
      const through = leaders(picture).flatMap(({ of, points }) =>
        said.filter((words) => words.of !== of && runsThrough(points, words.box)).map((words) => `${of} through ${words.text}`),
      );
      const places = said.filter(({ of }) => of.startsWith('place:'));
      const into = places.flatMap(({ text, box }) =>
        said
          .filter(({ of }) => !of.startsWith('place:') && !of.startsWith('legend'))
          .filter((words) => words.box.x0 < box.x1 + 4 && box.x0 - 4 < words.box.x1)
          .filter((words) => words.box.y0 < box.y1 - 4 && box.y0 < words.box.y1 - 4)
          .map((words) => `${text} beside ${words.text}`),
      );
      expect([through, into]).toEqual([[], []]);
    }
  });

  it.each(SIZES)('never names a figure without its value at $width × $height', (size) => {
    let figures = 0;
    for (const view of views)
      for (const { id: station, words } of pictureOf(view, siteOf(view, size)).stations) {
        const figure = view.stations.find((each) => each.id === station)?.figures[0];
        const caption = words.slice(1).join(' ').replaceAll('\u00a0', ' ');
        if (figure === undefined || figure.unit === 'ms' || !caption.startsWith(figure.label.slice(0, 12))) continue;
        figures++;
        expect(caption).toContain(formatValue(figure.value, figure.unit));
      }
    if (size.width > 520) expect(figures).toBeGreaterThan(0);
  });
});

describe.each(DRILLS)('the word of a change that is looked at in %s', (id) => {
  const WITH_TAGS = new Set(['latency-spike', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary']); // elsewhere all words are too long
  const SMALL = [...SIZES, { width: 360, height: 290 }, { width: 360, height: 230 }, { width: 390, height: 190 }];

  it.each(SMALL)('stands nearer to its station than to any other at $width × $height', (size) => {
    const drill = scenarioOf(id);
    const run = createRun(drill, { seed: '5' });
    for (const { look, refusal } of run.menu().looks) if (refusal === null && LOOKS.includes(look.type)) run.dispatch(look);
    run.advance(Math.floor(drill.brief.ticks * 0.4));
    const layout = mapLayout(drill.brief.system);
    let tags = 0;
    for (const change of run.menu().changes) {
      const view = mapView(run.observe(), layout, change);
      const site = siteOf(view, size);
      const tag = saidOn(pictureOf(view, site)).find(({ of }) => of.startsWith('tag:'));
      if (tag === undefined) continue;
      tags++;
      const own = site.ground.stations.find((at) => at.id === tag.of.slice(4))!;
      const nearer = site.ground.stations.filter((at) => distance(tag.box, at.at) < distance(tag.box, own.at) - 8); // its frame lies around the words
      expect(nearer.map((at) => `${tag.text} at ${at.id}`)).toEqual([]);
    }
    if (size.width > 520 && WITH_TAGS.has(id)) expect(tags).toBeGreaterThan(0);
  });
});

describe('pods', () => {
  const platform = (replicas: number) => {
    const seen = withFigure(knownOf('latency-spike', 0.3), 'model.replicas', replicas);
    return viewOn('latency-spike', seen).marks!.find(({ kind }) => kind === 'platform')!;
  };

  it('are told with their normal, also where there are more', () => {
    expect(markLabel(platform(16))).toEqual(['16 pods (normal 6)']);
    expect(markLabel(platform(6))).toEqual(['6 pods, normal']);
  });

  it('on their way are told in whole percent', () => {
    const mark = platform(6);
    expect(markLabel({ ...mark, warming: 0.004 } as typeof mark)).toEqual(['6 pods, normal', 'more on their way: 0 %']);
    expect(markLabel({ ...mark, warming: 0.456 } as typeof mark)).toEqual(['6 pods, normal', 'more on their way: 46 %']);
  });
});

describe('how far a feature drifted', () => {
  it.each([
    [0.094, 'Monthly fee: PSI %, above normal'],
    [0.1, 'Monthly fee drifted a little: PSI %'],
    [0.2, 'Monthly fee drifted a little: PSI %'],
    [0.42, 'Monthly fee drifted: PSI %'],
    [1.672, 'Monthly fee drifted: PSI %'],
    [3.4586, 'Monthly fee drifted: PSI %'],
  ])('reads on the map as on its chart and over its distribution: %d', (psi, says) => {
    const drift = { kind: 'drift', line: 'any', psi, of: 'Monthly fee', shape: null } as const;
    const text = formatValue(psi, 'count');
    expect(markLabel(drift)[0]).toBe(says.replace('%', text));
    expect(psiText(psi)).toBe(text);
  });
});

describe('what changes on the map', () => {
  it('eases where it is a line or a station; words are swapped, so that two are never over each other', () => {
    const eased = LAYERS.filter((layer) => (['comes', 'goes', 'changes'] as const).some((what) => fadeMs(layer, what, 600) > 0));
    expect(eased).toEqual(['line', 'station', 'yours']);
    expect([fadeMs('station', 'changes', 600), fadeMs('line', 'goes', 600), fadeMs('yours', 'comes', 150)]).toEqual([600, 120, 150]);
  });
});
