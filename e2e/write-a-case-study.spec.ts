import { expect, expectAccessible, expectNoSidewaysScroll, rewrite, test } from './fixtures'
import { openDatabase, testDataDir } from './portal'

// A shortlisted submission of the demonstration that nothing is written from yet.
const evidence = 'A call at half past eight each morning about how our dead are treated'

test('two people write one case study, and lose nothing', async ({ signedIn }) => {
  test.slow()
  const [author, lead] = [await signedIn('wolverhampton'), await signedIn('lead')]
  const whatHappened = author.getByLabel('What happened', { exact: true })

  await test.step('what one of them writes is saved by itself', async () => {
    await author.goto('/workspace/submissions?decision=shortlisted&q=half+past+eight')
    await author.getByRole('link', { name: evidence }).click()
    await author.getByRole('button', { name: 'Write a case study' }).click()
    await author.waitForURL(/\/workspace\/case-studies\/[0-9a-f-]{36}$/)
    await whatHappened.fill('Five faiths rang each other.\n\nThey agreed how to say goodbye.')
    await author.getByLabel('Summary', { exact: true }).focus()
    await expect(author.getByText(/^Saved at \d\d:\d\d$/)).toBeVisible()
    await author.getByRole('toolbar', { name: 'Form of the text: What happened' }).getByRole('button').first().focus()
    await author.keyboard.press('ArrowRight')
    await expect(author.getByRole('button', { name: 'Bulleted list' }).first()).toBeFocused()
    await expectAccessible(author)
    await expectNoSidewaysScroll(author)
  })
  const desk = new URL(author.url()).pathname

  await test.step('the other sees who writes, asks, and takes over without an answer', async () => {
    await lead.goto(desk)
    await expect(lead.getByText(/ is writing this case study, since \d\d:\d\d\.$/)).toBeVisible()
    await expectAccessible(lead)
    await lead.getByRole('button', { name: 'Ask to write' }).click()
    await expect(lead.getByText(/^You have asked\./)).toBeVisible()
    await expect(author.getByText(/ asks to write\.$/)).toBeVisible()
    const database = await openDatabase(testDataDir('e2e', { fresh: false }))
    await database.query(
      `UPDATE "CaseStudyLock" SET "askedAt" = now() - interval '61 seconds' WHERE "askedAt" IS NOT NULL`,
    )
    await database.end()
    await lead.getByRole('button', { name: 'Take over' }).click()
    await expect(lead.getByText(/ is writing this case study/)).toHaveCount(0)
  })

  await test.step('words that were not saved are kept, and their writer is told', async () => {
    await author.getByLabel('Summary', { exact: true }).evaluate((field: HTMLTextAreaElement) => {
      field.value = 'Half a thought'
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await expect(author.getByText(/What you wrote is kept as version \d+\./).first()).toBeVisible()
    await expect(author.getByLabel('Summary', { exact: true })).toHaveValue('Half a thought')
  })

  await test.step('the other writes on, and brings the first text back', async () => {
    await rewrite(lead, 'What happened', 'Something else.')
    await lead.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(lead.getByText('Saved.', { exact: true })).toBeVisible()
    await lead.getByRole('link', { name: 'See all versions, and what changed' }).click()
    await expect(lead.getByText('Not saved when somebody else took over', { exact: false })).toBeVisible()
    await expectAccessible(lead)
    await lead.getByRole('link', { name: 'Version 2', exact: true }).click()
    await lead.getByRole('button', { name: 'Bring version 2 back' }).click()
    await lead.waitForURL(/view=edit/)
    await expect(lead.getByLabel('What happened', { exact: true })).toContainText('They agreed how to say goodbye.')
  })
})
