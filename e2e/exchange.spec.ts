import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'

test('a lead takes the whole project out, and bringing it in again doubles nothing', async ({ signedIn }) => {
  const lead = await signedIn('lead')
  await lead.goto('/workspace')
  await lead.getByRole('link', { name: 'Exchange', exact: true }).click()
  await lead.getByText('What it does not carry').click()
  await lead.getByRole('button', { name: 'Export the project' }).click()
  const link = lead.getByRole('link', { name: 'Save the file' })
  await expect(link).toBeVisible({ timeout: 30_000 })
  await expectAccessible(lead)
  const [file] = await Promise.all([lead.waitForEvent('download'), link.click()])

  await lead.getByRole('link', { name: 'Exchange', exact: true }).first().click()
  await lead.getByLabel('Project file').setInputFiles(await file.path())
  await lead.getByRole('button', { name: 'Show what would come' }).click()
  const bringIn = lead.getByRole('button', { name: 'Import this project' })
  await expect(bringIn).toBeVisible({ timeout: 30_000 })
  await expect(lead.getByText(/^Submissions that are here already: they stay as they are/)).toBeVisible()
  await expectAccessible(lead)
  await lead.setViewportSize({ width: 360, height: 740 })
  await expectNoSidewaysScroll(lead)
  await bringIn.click()
  await expect(lead.getByText('New: 0 codes, 0 submissions, 0 texts, 0 codings, 0 comments.')).toBeVisible({
    timeout: 30_000,
  })
})

test('what is no project is refused with a sentence, and exchange is for leads alone', async ({ signedIn }) => {
  const [lead, researcher] = [await signedIn('lead'), await signedIn('bvsc')]
  await lead.goto('/workspace/exchange')
  const letter = { name: 'letter.qdpx', mimeType: 'application/octet-stream', buffer: Buffer.from('Dear all') }
  await lead.getByLabel('Project file').setInputFiles(letter)
  await lead.getByRole('button', { name: 'Show what would come' }).click()
  await expect(lead.getByText(/^This is neither a REFI-QDA project/)).toBeVisible({ timeout: 30_000 })
  await lead.getByRole('button', { name: 'Forget this file' }).click()
  await expect(lead.getByRole('heading', { level: 1, name: 'Exchange' })).toBeVisible()
  expect((await researcher.goto('/workspace/exchange'))?.status()).toBe(404)
})
