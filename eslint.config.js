import tseslint from 'typescript-eslint';

const HERMETIC = ['domain', 'kernel', 'parts', 'scenario', 'sim', 'run', 'policy', 'judge', 'story', 'prove'].map(
  (folder) => `src/${folder}/**/*.ts`,
);

// Engines differ in the last bit of these, so a run would not repeat elsewhere; kernel/math.ts has pinned ones.
const TRANSCENDENTAL = ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atan2', 'atanh', 'cbrt', 'cos', 'cosh', 'exp', 'expm1', 'hypot'].concat([
  'log',
  'log10',
  'log1p',
  'log2',
  'pow',
  'sin',
  'sinh',
  'tan',
  'tanh',
]);

const ban = (names, message) => names.map((name) => ({ name, message }));

export default tseslint.config(
  { ignores: ['node_modules/**', 'dist/**', 'coverage/**', '.cache/**'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'Name what is exported: no barrel files.' }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
    },
  },
  { files: ['*.{js,ts}'], rules: { 'no-restricted-exports': 'off' } }, // what tools read is a default export
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: HERMETIC,
    rules: {
      'no-restricted-globals': [
        'error',
        ...ban(
          ['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
          'Simulated time comes from ticks.',
        ),
        ...ban(['console'], 'The hermetic half prints nothing; return a value.'),
        ...ban(
          ['process', 'window', 'document', 'navigator', 'self', 'globalThis', 'fetch', 'crypto', 'localStorage', 'Worker'],
          'The hermetic half loads nothing by itself.',
        ),
        ...ban(['Intl'], 'Engines carry different locale data.'),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Draw from kernel/streams.ts.' },
        ...TRANSCENDENTAL.map((property) => ({ object: 'Math', property, message: 'Engines differ here; use kernel/math.ts.' })),
        ...['localeCompare', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase'].map((property) => ({
          property,
          message: 'Engines carry different locale data.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Name what is exported: no barrel files.' },
        { selector: "BinaryExpression[operator='**']", message: 'Engines differ here; multiply, or use kernel/math.ts.' },
        { selector: "AssignmentExpression[operator='**=']", message: 'Engines differ here; multiply, or use kernel/math.ts.' },
        { selector: 'ImportExpression', message: 'The hermetic half loads nothing by itself.' },
        {
          selector: "VariableDeclarator[init.name='Math']",
          message: 'Call Math by its name, so that its banned functions can be seen.',
        },
      ],
    },
  },
);
