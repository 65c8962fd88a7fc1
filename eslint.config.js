import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import next from '@next/eslint-plugin-next'
import importX from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/**
 * Imports run one way: app → components → lib/domain, and app → lib/data → lib/domain, lib/db.
 * One rule a folder, with everything it forbids: in ESLint the last entry that matches a file replaces earlier ones.
 */
const forbid = (files, regex, message, ignores = []) => ({
  files,
  ignores: ['**/*.test.ts', ...ignores],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: '^\\.\\./', message: 'Import by ./ or @/, so that every crossing of folders is seen.' },
          { regex, message, allowTypeImports: true },
        ],
      },
    ],
  },
})

export default tseslint.config(
  {
    ignores: [
      '**/.next',
      '.data',
      'node_modules',
      'prisma/generated',
      'next-env.d.ts',
      'test-results',
      'playwright-report',
    ],
  },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, '@next/next': next, 'import-x': importX },
    settings: {
      ...importX.flatConfigs.typescript.settings,
      'import-x/resolver-next': [createTypeScriptImportResolver()],
    },
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      ...next.configs.recommended.rules,
      ...next.configs['core-web-vitals'].rules,
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      'import-x/no-cycle': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name="process"][property.name="env"]',
          message: 'Settings are read in lib/env.ts.',
        },
      ],
    },
  },
  { files: ['app/**', 'components/**'], rules: reactHooks.configs.recommended.rules },
  { files: ['lib/env.ts', 'scripts/**', 'lib/testing/**', 'e2e/**', '*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['prisma/seed/demonstration/**'], rules: { 'max-lines': 'off' } },
  {
    files: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      'max-lines': 'off',
    },
  },
  forbid(
    ['app/**'],
    '^@/(?:lib/(?:db|postgres/|testing/)|prisma/)|^@prisma/',
    'Pages and actions read and write through lib/data.',
  ),
  forbid(
    ['components/**'],
    '^@/(?:app/|lib/(?:db|data/|session|mail/|files/|jobs/|postgres/|env)|prisma/)|^@prisma/',
    'Components are given what they show.',
    ['components/ui/**'],
  ),
  forbid(['components/ui/**'], '^@/(?!components/ui/|lib/result$)', 'components/ui knows nothing of evidence.'),
  forbid(['lib/**'], '^@/(?:app|components|scripts|e2e)/', 'lib serves pages and never imports them.', [
    'lib/domain/**',
    'lib/data/**',
    'lib/testing/**',
  ]),
  forbid(
    ['lib/data/**'],
    '^@/(?:app|components|scripts|e2e)/|^next/(?:navigation|headers)$',
    'lib/data serves pages; it never imports them.',
  ),
  forbid(
    ['lib/domain/**'],
    '^@/(?!lib/(?:domain/|result$))|^(?:next|react|pg)(?:/|$)|^@prisma/',
    'lib/domain is pure.',
  ),
  forbid(['e2e/**'], '^@/(?!e2e/)', 'A journey knows nothing but what a person sees.', [
    'e2e/fixtures.ts',
    'e2e/portal.ts',
    'e2e/playwright.config.ts',
  ]),
)
