import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'
import { giveEvidence } from './respondent'

const firstSentence =
  'Calling all social economic, community and faith based organisations to tell us about the good practice, innovation, enterprise and flexibility that they’ve evidenced in their responses to Covid-19 in the West Midlands.'

test('a visitor learns what is asked, by whom, by when and how long it takes', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveTitle('Good practice in the Covid-19 response · West Midlands evidence portal')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(firstSentence)
  const main = page.getByRole('main')
  await expect(
    main.getByText('University of Wolverhampton, BVSC and Coventry University', { exact: true }),
  ).toBeVisible()
  await expect(main.getByText('West Midlands Combined Authority', { exact: true })).toBeVisible()
  await expect(main.getByText(/^\w+day 7 August \d{4}$/)).toBeVisible()
  await expect(main.getByText('at the end of the day, UK time')).toBeVisible()
  await expect(main.getByText('About 10 minutes')).toBeVisible()
  await expectAccessible(page)
})

test('the words of the call stand as they are, with the address and the press release in their places', async ({
  page,
}) => {
  await page.goto('/')
  const call = page.getByRole('region', { name: 'The call in full' })
  await expect(call.getByRole('listitem')).toHaveText([
    'How have communities, neighbourhoods and organisations responded to meet need and respond directly to the early phase of the crisis?',
    'Instances of ‘co-production’ – especially in response to food security, care services, NHS volunteers, mutual aid.',
    'New and emerging spaces for discussion, deliberation, decision-making, community voice and engagement.',
    'Novel freedoms and flexibilities which have allowed quicker, smarter, or more efficient delivery or support.',
    'The role of the social economy in supporting anchor institutions and key workers through the pandemic.',
    'neighbourhoods which are starting to develop hyper-local recovery plans, or setting out a new vision for their area.',
  ])
  await expect(call.getByText('Please respond to this call by 7 August by contacting')).toBeVisible()
  await expect(call.getByRole('link', { name: 'evidence@portal.example' })).toHaveAttribute(
    'href',
    'mailto:evidence@portal.example',
  )
  await expect(call.getByText('For a press release regarding this research, please visit:')).toBeVisible()
  await expect(call.getByRole('link', { name: /New research project/ })).toHaveAttribute(
    'href',
    /^https:\/\/www\.wlv\.ac\.uk\/.*community-pandemic-response\.php$/,
  )
  await expect(page.getByText('[email protected]')).toHaveCount(0)
})

test('the region so far is told as tiles and as a table', async ({ page }) => {
  await page.goto('/')
  const region = page.getByRole('region', { name: 'The region so far' })
  await expect(region.getByText(/So far we have heard of \d+ examples/)).toBeVisible()
  const tiles = region.getByRole('list', { name: 'Examples sent so far, by place' })
  await expect(tiles.getByRole('listitem')).toHaveCount(18)
  await expect(tiles.getByRole('listitem').filter({ hasText: 'Coventry' })).toHaveText(/: \d+ examples?$/)
  await region.getByText('The region so far as a table').click()
  await expect(region.getByRole('rowheader')).toHaveCount(20)
  await expectAccessible(page)
})

test('the current call has one address for searches, an unknown one is a 404', async ({ page, request }) => {
  await page.goto('/calls/covid-19-response')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(firstSentence)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /^(https?:\/\/[^/]+)?\/?$/)
  for (const slug of ['no-such-call', '..%2f..%2fetc', '%00', 'a'.repeat(3000)])
    expect((await request.get(`/calls/${slug}`)).status(), slug.slice(0, 20)).toBeGreaterThanOrEqual(400)
  expect((await page.goto('/calls/no-such-call'))?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
})

test.describe('on a telephone, without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })

  test('the one button is on the first screen', async ({ page }) => {
    await page.goto('/')
    const button = page.getByRole('link', { name: 'Give evidence' })
    await expect(button).toHaveCount(1)
    await expect(button).toBeInViewport({ ratio: 1 })
    await expect(button).toHaveAttribute('href', '/submit')
  })
})

test('it fits a width of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/')
  await expectNoSidewaysScroll(page)
})

test('an example that is sent is counted at once', async ({ page, browser }) => {
  test.slow()
  const reader = await (await browser.newContext()).newPage()
  const heardOf = async () => {
    await reader.goto(new URL('/', page.url()).href)
    const said = await reader.getByText(/So far we have heard of/).innerText()
    return Number(/\d+/.exec(said)?.[0])
  }
  await page.goto('/')
  const before = await heardOf()
  await giveEvidence(page, { organisation: 'Corner Pantry of the Region So Far (example)' })
  expect(await heardOf()).toBeGreaterThan(before)
  await reader.context().close()
})
