import type { Page } from '@playwright/test'

import { expect, expectAccessible, expectNoSidewaysScroll, test, type Account } from './fixtures'

/** Every page that stands, with who looks at it. */
const pages: { who: Account | 'visitor'; paths: string[] }[] = [
  {
    who: 'visitor',
    paths: [
      '/',
      '/press',
      '/case-studies',
      '/report',
      '/report/notes',
      '/report/references',
      '/report/editions/1',
      '/data',
      '/privacy',
      '/accessibility',
      '/contact',
      '/submit/organisation',
      '/submit/later',
      '/sign-in',
      '/no-such-page',
    ],
  },
  {
    who: 'lead',
    paths: [
      '/workspace',
      '/workspace/submissions',
      '/workspace/submissions/assign',
      '/workspace/passages',
      '/workspace/grid',
      '/workspace/intake',
      '/workspace/intake/quarantine',
      '/workspace/follow-ups',
      '/workspace/follow-ups?show=closed',
      '/workspace/codebook',
      '/workspace/codebook?code=new',
      '/workspace/codebook/import',
      '/workspace/agreement',
      '/workspace/analysis/frequencies',
      '/workspace/analysis/matrix?shares=column',
      '/workspace/analysis/together',
      '/workspace/analysis/time',
      '/workspace/analysis/words',
      '/workspace/analysis/figures',
      '/workspace/analysis/coverage',
      '/workspace/analysis/coverage/targets',
      '/workspace/analysis/coverage/invitation?type=faith&place=tamworth',
      '/workspace/exchange',
      '/workspace/case-studies',
      '/workspace/call',
      '/workspace/mail',
      '/account',
      '/workspace/no-such-page',
    ],
  },
  { who: 'bvsc', paths: ['/workspace', '/workspace/codebook', '/workspace/agreement', '/library'] },
  {
    who: 'staff',
    paths: [
      '/library',
      '/library?area=Housing',
      '/library/collections',
      '/library/searches',
      '/library/collections/add?with=garden-wall-larders',
      '/library/compare?with=garden-wall-larders&with=a-telephone-table',
      '/library/briefing?with=garden-wall-larders&with=a-telephone-table',
      '/account',
    ],
  },
  {
    who: 'administrator',
    paths: ['/workspace', '/workspace/people', '/workspace/people/new', '/workspace/audit', '/workspace/mail'],
  },
]

/** Pages that are reached from a list. */
const opened: { who: Account | 'visitor'; list: string; link: RegExp }[] = [
  { who: 'visitor', list: '/case-studies', link: /^\/case-studies\/[^?]/ },
  { who: 'visitor', list: '/report', link: /^\/report\/who-was-heard$/ },
  { who: 'visitor', list: '/report/notes', link: /^\/report\/notes\/\d/ },
  { who: 'lead', list: '/workspace/report', link: /^\/workspace\/report\/sections\/[0-9a-f-]{36}/ },
  { who: 'lead', list: '/workspace/submissions', link: /^\/workspace\/submissions\/WM-/ },
  { who: 'lead', list: '/workspace/intake', link: /^\/workspace\/intake\/mails\/[0-9a-f-]{36}/ },
  { who: 'lead', list: '/workspace/codebook', link: /^\/workspace\/codebook\/[0-9a-f-]{36}/ },
  { who: 'bvsc', list: '/workspace/codebook', link: /^\/workspace\/codebook\/[0-9a-f-]{36}/ },
  { who: 'bvsc', list: '/workspace/follow-ups', link: /^\/workspace\/follow-ups\/WM-/ },
  { who: 'lead', list: '/workspace/case-studies', link: /^\/workspace\/case-studies\/[0-9a-f-]{36}/ },
  { who: 'staff', list: '/library', link: /^\/library\/case-studies\/[^?]/ },
  { who: 'staff', list: '/library/collections', link: /^\/library\/collections\/[0-9a-f-]{36}/ },
  { who: 'administrator', list: '/workspace/people', link: /^\/workspace\/people\/[0-9a-f-]{36}/ },
]

/** Public pages are checked as a phone shows them too; people at work have a desk. */
async function look(page: Page, who: Account | 'visitor'): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoSidewaysScroll(page)
  if (who === 'visitor') await expectAccessible(page)
  await page.setViewportSize({ width: 1280, height: 800 })
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
}

/** Where the first link of the page that fits leads to. */
async function firstLink(page: Page, fits: RegExp): Promise<string> {
  const targets = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  const found = targets.find(target => fits.test(target))
  if (!found) throw new Error(`${page.url()} has no link that fits ${fits}.`)
  return found
}

for (const { who, paths } of pages)
  for (const path of paths)
    test(`${path} can be used by everyone who is a ${who}`, async ({ page: visitor, signedIn }) => {
      const page = who === 'visitor' ? visitor : await signedIn(who)
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await look(page, who)
    })

for (const { who, list, link } of opened)
  test(`what ${list} leads to can be used by everyone who is a ${who}`, async ({ page: visitor, signedIn }) => {
    const page = who === 'visitor' ? visitor : await signedIn(who)
    await page.goto(list)
    await page.goto(await firstLink(page, link))
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await look(page, who)
  })
