import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'

const path = '/workspace/analysis/coverage'

test.describe.configure({ mode: 'serial' })

test('a researcher sees whom to invite next, and has a text to send', async ({ signedIn }) => {
  const page = await signedIn('bvsc')
  await page.goto(path)
  await expect(page.getByRole('term').filter({ hasText: 'Responses' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Set targets' })).toHaveCount(0)
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoSidewaysScroll(page)

  await page
    .getByRole('list', { name: 'Responses by place' })
    .getByRole('link', { name: /^Rugby\s*: \d+ heard/ })
    .click()
  await expect(page).toHaveURL('/workspace/submissions?place=rugby')
  await page.goto(path)
  const gaps = page.getByRole('list', { name: 'Furthest from their targets', exact: true })
  await gaps.getByRole('link', { name: 'Text to send to LGBTQ+ people' }).click()
  await expect(page.getByText('To organisations and groups that serve LGBTQ+ people.')).toBeVisible()
  const text = page.getByLabel('Text', { exact: true })
  await expect(text).toHaveValue(/The call closes on \w+day \d+ August \d{4}/)
  await text.fill('Come and tell us & others')
  await expect(page.getByRole('link', { name: 'Open in your mail program' })).toHaveAttribute(
    'href',
    /^mailto:\?subject=.+&body=Come%20and%20tell%20us%20%26%20others$/,
  )
  await expectAccessible(page)
})

test('two leads set targets at once: the second is shown both', async ({ signedIn }) => {
  const [one, other] = [await signedIn('lead'), await signedIn('lead')]
  await one.goto(path)
  await one.getByRole('link', { name: 'Set targets' }).click()
  await other.goto(`${path}/targets`)
  const field = 'Stratford-on-Avon'
  await expect(one.getByLabel(field)).toHaveValue('')
  await one.getByLabel(field).fill('none')
  await one.getByRole('button', { name: 'Save targets' }).click()
  await one.getByRole('link', { name: 'Enter a whole number from 1 to 99,999, or nothing' }).click()
  await expect(one.getByLabel(field)).toBeFocused()
  await one.getByLabel(field).fill('31')
  await one.getByRole('button', { name: 'Save targets' }).click()
  await expect(one.getByText('Saved.', { exact: false })).toBeVisible()

  await other.getByLabel(field).fill('32')
  await other.getByRole('button', { name: 'Save targets' }).click()
  await expect(other.getByRole('row', { name: `${field} 31 32` })).toBeVisible()
  await other.getByLabel(field).fill('')
  await other.getByRole('button', { name: 'Save mine' }).click()
  await expect(other.getByText('Saved.', { exact: false })).toBeVisible()
})

test('WMCA staff and administrators have no such pages', async ({ signedIn }) => {
  for (const who of ['staff', 'administrator'] as const) {
    const page = await signedIn(who)
    for (const below of ['', '/targets', '/invitation'])
      expect((await page.goto(path + below))?.status(), `${who} ${below}`).toBe(404)
  }
  const researcher = await signedIn('coventry')
  expect((await researcher.goto(`${path}/targets`))?.status()).toBe(404)
})
