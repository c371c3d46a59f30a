import type { District, Point, StationPlace } from '../game/map-view.ts';
import { homeMapWords } from '../game/words/home-map.ts';
import type { DotShape } from './flow.ts';

/** A line of the title's map. Its dots run at the pace of a fixed, healthy flow: nothing of it is data. */
export interface HomeLine {
  readonly points: readonly Point[];
  readonly kind: 'request' | 'side' | 'feature' | 'training' | 'label' | 'tap';
  readonly dot: DotShape | 'square' | null;
  readonly spacing: number; // map units between dots
  readonly pace: number; // map units a second
}

export interface HomeMap {
  readonly width: number;
  readonly height: number;
  readonly districts: readonly Pick<District, 'id' | 'points'>[];
  readonly lines: readonly HomeLine[];
  readonly stations: readonly (StationPlace & { readonly name: string })[];
  readonly money: Point; // where the light is
}

const REQUEST = { kind: 'request', dot: 'circle', spacing: 78, pace: 46 } as const;
const FEATURE = { kind: 'feature', dot: 'circle', spacing: 126, pace: 38 } as const;
const TRAINING = { kind: 'training', dot: 'triangle', spacing: 132, pace: 13 } as const;
const LABEL = { kind: 'label', dot: 'hollow', spacing: 124, pace: 5 } as const;

/** A shop's recommender at night, in the pixels of a 1440 × 700 screen. */
export const HOME_MAP: HomeMap = {
  width: 1440,
  height: 700,
  money: [1330, 290],
  districts: [
    {
      id: 'edge',
      points: [
        [520, -40],
        [900, -40],
        [1000, 60],
        [1000, 250],
        [905, 345],
        [655, 345],
        [520, 210],
      ],
    },
    {
      id: 'money',
      points: [
        [1050, 60],
        [1480, 60],
        [1480, 420],
        [1115, 420],
        [1020, 325],
        [1020, 90],
      ],
    },
    {
      id: 'store',
      points: [
        [640, 402],
        [905, 402],
        [1010, 507],
        [1010, 680],
        [560, 680],
        [560, 482],
      ],
    },
    {
      id: 'training',
      points: [
        [1092, 480],
        [1480, 480],
        [1480, 680],
        [1062, 680],
        [1062, 510],
      ],
    },
  ],
  lines: [
    {
      points: [
        [1120, 290],
        [1120, 120],
      ],
      kind: 'tap',
      dot: null,
      spacing: 0,
      pace: 0,
    },
    {
      points: [
        [960, 490],
        [1060, 490],
        [1060, 530],
        [1060, 570],
        [880, 570],
        [740, 570],
        [740, 490],
      ],
      ...TRAINING,
    },
    {
      points: [
        [1330, 290],
        [1330, 530],
        [1290, 570],
        [1060, 570],
      ],
      ...LABEL,
    },
    {
      points: [
        [740, 490],
        [960, 490],
      ],
      ...FEATURE,
    },
    {
      points: [
        [960, 490],
        [1010, 440],
        [1010, 290],
      ],
      ...FEATURE,
    },
    {
      points: [
        [640, 110],
        [760, 110],
        [890, 240],
      ],
      kind: 'side',
      dot: 'square',
      spacing: 92,
      pace: 40,
    },
    {
      points: [
        [556, 300],
        [700, 300],
        [760, 240],
        [890, 240],
        [960, 240],
        [1010, 290],
        [1120, 290],
        [1330, 290],
      ],
      ...REQUEST,
    },
  ],
  stations: [
    { id: 'search', name: homeMapWords.search, at: [640, 110], shape: 'station', label: 'above' },
    { id: 'retrieval', name: homeMapWords.retrieval, at: [890, 240], shape: 'shared', label: 'below' },
    { id: 'gateway', name: homeMapWords.gateway, at: [700, 300], shape: 'station', label: 'below' },
    { id: 'feature-join', name: homeMapWords['feature-join'], at: [1010, 290], shape: 'shared-upright', label: 'left' },
    { id: 'ranker', name: homeMapWords.ranker, at: [1120, 290], shape: 'station', label: 'right' },
    { id: 'customers', name: homeMapWords.customers, at: [1330, 290], shape: 'terminus', label: 'above' },
    { id: 'monitors', name: homeMapWords.monitors, at: [1120, 120], shape: 'station', label: 'right' },
    { id: 'batch-features', name: homeMapWords['batch-features'], at: [740, 490], shape: 'station', label: 'above' },
    { id: 'feature-store', name: homeMapWords['feature-store'], at: [960, 490], shape: 'shared', label: 'below' },
    { id: 'registry', name: homeMapWords.registry, at: [1060, 530], shape: 'station', label: 'right' },
    { id: 'training', name: homeMapWords.training, at: [880, 570], shape: 'station', label: 'above' },
  ],
};
