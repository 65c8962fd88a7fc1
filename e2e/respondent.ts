import type { Page } from '@playwright/test'

/** What a respondent of the tests says; each test gives its own organisation. */
export type Example = { organisation: string; title?: string; email?: string }

const exactly = { exact: true } as const

/** How each step is answered, by the last part of its address, with as little as it takes. */
const answers: Record<string, (page: Page, example: Example) => Promise<void>> = {
  async organisation(page, { organisation }) {
    await page.getByLabel('Name of your organisation or group').fill(organisation)
    await page.getByLabel('Neighbourhood group').check()
    await page.getByLabel('Our own work').check()
  },
  async place(page) {
    await page.getByRole('checkbox', { name: 'Walsall', ...exactly }).check()
  },
  async example(page, { title }) {
    await page.getByLabel('Give your example a title').fill(title ?? 'A pantry on the corner')
    await page.getByRole('group', { name: 'Which of these does it show?' }).getByRole('checkbox').first().check()
  },
  async story(page) {
    await page.getByLabel('What happened?').fill('Six of us opened the old shop as a pantry, three mornings a week.')
  },
  async material() {},
  async contact(page, { email }) {
    if (email) await page.getByLabel('Email address (optional)').fill(email)
    await page.getByRole('radiogroup', { name: 'May we telephone you?' }).getByLabel('No', exactly).check()
    await page.getByRole('radiogroup', { name: 'May we publish your example?' }).getByRole('radio').first().check()
  },
}

/** The step that the page shows: the last part of its address. */
export function stepOf(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Answers the step that the page shows and goes on to the next. */
export async function answerStep(page: Page, example: Example): Promise<void> {
  const step = stepOf(page)
  await answers[step]?.(page, example)
  await page.getByRole('button', { name: step === 'check' ? 'Send your evidence' : 'Continue' }).click()
  await page.waitForURL(url => url.pathname.split('/').at(-1) !== step)
}

/** The reference that the page shows after sending. */
export async function referenceShown(page: Page): Promise<string> {
  const shown = await page
    .getByText(/WM-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    .first()
    .innerText()
  return /WM-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(shown)?.[0] ?? ''
}

/** From the call to the reference. */
export async function giveEvidence(page: Page, example: Example): Promise<string> {
  await page.goto('/submit')
  while (stepOf(page) !== 'done') await answerStep(page, example)
  return referenceShown(page)
}
