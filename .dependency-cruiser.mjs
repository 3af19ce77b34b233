// The import rules of the architecture. The same rules run over test/architecture/fixture, where each is broken once.
// Paths are matched from the folder the cruise starts in; packages may resolve to a node_modules further up.

const FEATURE = '^src/features/([^/]+)/';
const SLACK_SDK = '(^|/)(node_modules/)?@slack/(bolt|web-api)(/|$)';
const DATABASE = '^src/platform/db(/|[.]ts$)|(^|/)(node_modules/)?(@prisma/|pg(-boss)?/|pg(-boss)?$)';

/** A feature's file, or the folder of that name it grew into. */
const part = (...names) => `^src/features/[^/]+/(${names.join('|')})([.][a-z.]*ts$|/)`;

const forbidden = [
  {
    name: 'no-cycles',
    comment: 'No cycles between files: move the shared noun down.',
    from: { pathNot: '^src/platform/db/generated/' },
    to: { circular: true },
  },
  {
    name: 'no-feature-cycles',
    comment: 'No cycles between features: move the shared noun down, or register a hook through the Feature value.',
    scope: 'folder',
    from: { path: '^src/features/[^/]+$' },
    to: { circular: true, path: '^src/features/[^/]+$' },
  },
  {
    name: 'core-stands-alone',
    comment: 'core imports nothing of ours.',
    from: { path: '^src/core/' },
    to: { path: '^(src|sandbox|test|bench|chaos|scripts)/', pathNot: '^src/core/' },
  },
  {
    name: 'platform-knows-no-feature',
    comment: 'platform is the outside world, not the product.',
    from: { path: '^src/platform/' },
    to: { path: '^src/(features/|app[.]ts$|main[.]ts$|start[.]ts$)' },
  },
  {
    name: 'platform-parts-apart',
    comment: 'platform/slack, platform/db, platform/jobs and platform/solver do not import each other.',
    from: { path: '^src/platform/(slack|db|jobs|solver)(?:/|[.]ts$)' },
    to: { path: '^src/platform/(slack|db|jobs|solver)(/|[.]ts$)', pathNot: '^src/platform/$1(/|[.]ts$)' },
  },
  {
    name: 'feature-through-public',
    comment: 'A feature uses another only through its public.ts.',
    from: { path: FEATURE },
    to: { path: '^src/features/[^/]+/', pathNot: '^src/features/($1/|[^/]+/public([.]ts$|/index[.]ts$))' },
  },
  {
    name: 'feature-looks-down',
    comment: 'Features import neither app, start, main nor the list of features.',
    from: { path: FEATURE },
    to: { path: '^src/(app|main|start|features/index)[.]ts$' },
  },
  {
    name: 'public-without-slack',
    comment: 'public.ts exposes no Slack.',
    from: { path: part('public') },
    to: { path: `^src/platform/slack(/|[.]ts$)|(^|/)(node_modules/)?@slack/|${part('slack', 'views')}` },
  },
  {
    name: 'rules-are-pure',
    comment: 'rules import only own rules, core, luxon and zod.',
    from: { path: '^src/features/([^/]+)/rules([.]ts$|/)' },
    to: { pathNot: '^src/core/|^src/features/$1/rules([.]ts$|/)|(^|/)(node_modules/)?(luxon|zod)(/|$)|@types/luxon/' },
  },
  {
    name: 'views-read-no-database',
    comment: 'Views and texts get their data handed in; the type of a query’s row may be named, nothing be called.',
    from: { path: part('views', 'texts') },
    to: { path: `${DATABASE}|${part('queries', 'operations')}`, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'slack-sdk-at-the-border',
    comment: 'The Slack SDK only in app, main, platform/slack, and a feature’s slack and index.',
    from: {
      path: '^src/',
      pathNot: `^src/(app|main)[.]ts$|^src/platform/slack(/|[.]ts$)|${part('slack', 'index')}`,
    },
    to: { path: SLACK_SDK },
  },
  {
    name: 'nobody-imports-main',
    comment: 'main starts the process; what others need lives in app.',
    from: {},
    to: { path: '^src/main[.]ts$' },
  },
  {
    name: 'src-stands-alone',
    comment: 'src never imports sandbox, test, bench or chaos.',
    from: { path: '^src/' },
    to: { path: '^(sandbox|test|bench|chaos|scripts)/' },
  },
  {
    name: 'production-packages-only',
    comment: 'What src imports must be in the production image.',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'resolvable',
    comment: 'An import that cannot be resolved is an error.',
    from: {},
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    // dependency-cruiser cannot use TypeScript 7 and would then silently find nothing; swc reads types as well.
    parser: 'swc',
    doNotFollow: { path: ['(^|/)node_modules/', '^src/platform/db/generated/'] },
    exclude: { path: '^sandbox/page/(dist|src)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
