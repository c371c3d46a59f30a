/** Line icons in a 24-unit box; stroke only, so that they take the colour of the words beside them. */
const PATHS = {
  'arrow-right': 'M5 12h14m-6-6 6 6-6 6',
  back: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1',
  scale: 'M4 6h16M4 12h16M4 18h16',
  shift: 'M4 6h5l6 12h5m-3-3 3 3-3 3',
  breaker: 'M3 14h5m8 0h5M8 14l8-6',
  cached: 'M4 5h16v14H4zM4 12h16',
  rebalance: 'M5 20V10m5 10V4m4 16v-7m5 7V7',
  restart: 'M19 12a7 7 0 1 1-2-5l2 2m0-5v5h-5',
  timeout: 'M12 21a8 8 0 1 0 0-16 8 8 0 0 0 0 16m0-12v4l3 2M9 2h6',
  retries: 'M4 11a6 6 0 0 1 6-6h10m-4-3 4 3-4 4m4 4a6 6 0 0 1-6 6H4m4 3-4-3 4-4',
  shed: 'M4 5h16l-6 8v6l-4 2v-8z',
  flag: 'M5 21V4h13l-3 4 3 4H5',
  ceiling: 'M4 5h16M12 20V9m-4 4 4-4 4 4',
  branch: 'M6 4v16M6 14c8 0 12-2 12-8m-3 3 3-3 3 3',
  retrain: 'M3 18c5 0 5-12 9-12s4 12 9 12',
  message: 'M4 5h16v11H11l-4 4v-4H4z',
  check: 'm5 13 5 5 9-11',
  metrics: 'm3 17 5-7 4 4 5-8 4 5',
  logs: 'M4 6h16M4 11h12M4 16h16M4 21h8',
  traces: 'M3 5h12M7 10h10M10 15h11M14 20h5',
  deploys: 'M12 5 4 19h16z',
  alerts: 'M12 3 21 12l-9 9-9-9z',
  map: 'M3 15h5l6-6h7m-10 4a3 3 0 1 1-4 4',
  board: 'M4 4h16v7H4zM4 14h16v6H4z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  pause: 'M9 6v12M15 6v12',
  play: 'M7 5v14l12-7z',
  step: 'M6 5v14l9-7zM18 5v14',
  plus: 'M12 5v14M5 12h14',
  close: 'm6 6 12 12M18 6 6 18',
  down: 'm6 9 6 6 6-6',
  up: 'm6 15 6-6 6 6',
  right: 'm9 6 6 6-6 6',
  left: 'm15 6-6 6 6 6',
  notes: 'M5 3h10l4 4v14H5zM9 11h6m-6 4h6',
  help: 'M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2m0 4h.01',
  settings: 'M4 7h9m5 0h2M4 17h2m5 0h9M15 4.5v5M8 14.5v5',
  table: 'M4 5h16v14H4zM4 10h16M10 10v9',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14m5-2 4 4',
  download: 'M12 4v11m-5-4 5 5 5-5M5 20h14',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  undo: 'M8 5 4 9l4 4M4 9h9a6 6 0 0 1 0 12h-3',
  leave: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M8 12h8',
  flagged: 'M6 21V4m0 1h11l-2 3 2 3H6',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1m2 4a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7m10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, label }: { readonly name: IconName; readonly label?: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" {...(label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label })}>
      <path d={PATHS[name]} />
    </svg>
  );
}
