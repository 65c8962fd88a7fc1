import config from './playwright.config'
export default { ...config, testDir: '.', globalSetup: undefined, outputDir: '/tmp/fresh/e2e', workers: 1, reporter: [['list']] as const }
