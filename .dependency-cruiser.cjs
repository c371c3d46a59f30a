// The import table of tests/boundaries/table.ts, checked a second time over resolved files.
const FOLDERS = {
  domain: [],
  kernel: ['domain'],
  parts: ['domain', 'kernel'],
  scenario: ['domain', 'parts'],
  sim: ['domain', 'kernel', 'parts', 'scenario'],
  run: ['domain', 'kernel', 'scenario', 'sim'],
  policy: ['domain', 'kernel', 'scenario', 'run'],
  judge: ['domain', 'kernel', 'scenario', 'run', 'policy'],
  story: ['domain', 'kernel', 'scenario', 'run', 'policy', 'judge'],
  prove: ['domain', 'kernel', 'parts', 'scenario', 'sim', 'run', 'policy', 'judge', 'story'],
  game: ['domain', 'kernel', 'scenario', 'run', 'policy', 'judge', 'story'],
  ui: ['domain', 'game'],
  scene: ['domain', 'game'],
  platform: ['domain', 'game', 'prove'],
};

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...Object.entries(FOLDERS).map(([folder, allowed]) => ({
      name: `${folder}-imports`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
    })),
    {
      name: 'truth-is-sealed',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(scenario/(load|schema|lint)|sim/|judge/|prove/|cli/|policy/expert\\.ts$|story/key)' },
      to: { path: '^src/scenario/truth\\.ts$' },
    },
    {
      name: 'hermetic-loads-nothing',
      severity: 'error',
      from: { path: '^src/(domain|kernel|parts|scenario|sim|run|policy|judge|story|prove)/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
