import { expect, expectAccessible, test } from './fixtures'
import { answerStep, referenceShown, stepOf } from './respondent'

const example = { organisation: 'Machine or not (example)', title: 'Sent by something that fills in everything' }

test('what a machine seems to have sent is held back with a reference, and released by a person', async ({
  page,
  signedIn,
}) => {
  await page.goto('/submit')
  await page
    .locator('input[name="website"]')
    .evaluate((field: HTMLInputElement) => (field.value = 'https://buy.example'))
  while (stepOf(page) !== 'done') await answerStep(page, example)
  const reference = await referenceShown(page)

  const researcher = await signedIn('bvsc')
  await researcher.goto(`/workspace/submissions/${reference}`)
  await expect(researcher.getByRole('heading', { level: 1 })).not.toHaveText(example.title)
  await researcher.goto('/workspace')
  await researcher.getByRole('link', { name: /held back, to look through/ }).click()
  const held = researcher.getByRole('article', { name: example.title })
  await expect(held.getByText('A field that people do not see was filled in')).toBeVisible()
  await expectAccessible(researcher)
  await held.getByRole('button', { name: 'Release it' }).click()
  await expect(held).toHaveCount(0)
  await researcher.goto(`/workspace/submissions/${reference}`)
  await expect(researcher.getByRole('heading', { level: 1 })).toHaveText(example.title)
})
