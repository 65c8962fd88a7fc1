import { expect, expectAccessible, test } from './fixtures'

// A shortlisted submission of the demonstration that nothing is written from yet; its organisation may be named.
const evidence = 'Farm workers from five countries write the Covid rules with the village next door'
const title = 'Rules that were written in the packing shed'

// How it goes on is told in approve-a-case-study.spec.ts.
test('a case study is begun from a shortlisted submission, written, and sent when it is whole', async ({
  signedIn,
}) => {
  const author = await signedIn('wolverhampton')

  await test.step('a researcher starts it from a shortlisted submission', async () => {
    await author.goto('/workspace/submissions?decision=shortlisted&q=farm+workers')
    await author.getByRole('link', { name: evidence }).click()
    await author.getByRole('button', { name: 'Write a case study' }).click()
    await author.waitForURL(/\/workspace\/case-studies\/[0-9a-f-]{36}$/)
    await expect(author.getByRole('heading', { level: 1, name: evidence })).toBeVisible()
    await expect(author.getByText('It may be published with the organisation’s name.')).toBeVisible()
    await expectAccessible(author)
  })
  await test.step('it is not sent before it is whole', async () => {
    await author.getByRole('button', { name: 'Send for review' }).click()
    const problem = author.getByRole('alert').filter({ hasText: 'There is a problem' })
    await problem.getByRole('link', { name: 'Enter a summary' }).click()
    await expect(author.getByLabel('Summary', { exact: true })).toBeFocused()
  })

  await test.step('the researcher writes it, and sends it', async () => {
    await author.getByLabel('Title', { exact: true }).fill(title)
    await author
      .getByLabel('Summary', { exact: true })
      .fill('Seasonal workers and villagers agreed how to live through it.')
    await author.getByLabel('What happened', { exact: true }).fill('They met in the shed.\n\nThey wrote twelve rules.')
    await author.getByLabel('What was new', { exact: true }).fill('Those whom the rules were for wrote them.')
    await author.getByLabel('What difference it made', { exact: true }).fill('Nobody was sent home.')
    await author.getByLabel('What others can take from it', { exact: true }).fill('Ask those who must keep a rule.')
    await author.getByLabel('Quotation', { exact: true }).fill('We wrote it, so we kept it.')
    await author.getByLabel('Who said it', { exact: true }).fill('Packing shed worker')
    await author.getByLabel('Decision area', { exact: true }).fill('Employment')
    await author.getByLabel('Flexibility').check()
    await author.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(author.getByText('Saved.', { exact: true })).toBeVisible()
    await expect(author.getByLabel('Title', { exact: true })).toHaveValue(title)
    await author.getByRole('link', { name: 'As readers will see it' }).click()
    await expect(author.getByText('“We wrote it, so we kept it.”')).toBeVisible()
    await author.getByRole('button', { name: 'Send for review' }).click()
    await expect(author.getByText('Approved by 0 of the 2 teams it needs.')).toBeVisible()
    await expect(author.getByRole('button', { name: 'Send your review' })).toHaveCount(0)
  })
})

test('two people who save at once are both shown', async ({ signedIn }) => {
  const [author, colleague] = [await signedIn('bvsc'), await signedIn('bvsc')]
  await author.goto('/workspace/case-studies?status=DRAFT')
  await author.getByRole('link', { name: 'From brown bags to a kitchen of their own' }).click()
  await author.waitForURL(/[0-9a-f-]{36}$/)
  await colleague.goto(new URL(author.url()).pathname)
  await author.getByLabel('Decision area', { exact: true }).fill('Housing and homelessness')
  await author.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(author.getByText('Saved.', { exact: true })).toBeVisible()
  await colleague.getByLabel('Decision area', { exact: true }).fill('Catering')
  await colleague.getByRole('button', { name: 'Save', exact: true }).click()
  const told = colleague.getByRole('alert').filter({ hasText: 'Somebody else' })
  await expect(told).toContainText('Somebody else has saved this case study since you opened it.')
  await expect(told.getByRole('row', { name: /Decision area/ })).toContainText('Housing and homelessness')
  await expect(colleague.getByLabel('Decision area', { exact: true })).toHaveValue('Catering')
  await colleague.getByRole('button', { name: 'Save mine' }).click()
  await expect(colleague.getByText('Saved.', { exact: true })).toBeVisible()
  await author.reload()
  await expect(author.getByLabel('Decision area', { exact: true })).toHaveValue('Catering')
})

test('what is typed is neither sent around nor left behind', async ({ signedIn }) => {
  const author = await signedIn('bvsc')
  await author.goto('/workspace/case-studies?status=DRAFT')
  await author.getByRole('link', { name: 'From brown bags to a kitchen of their own' }).click()
  await author.waitForURL(/[0-9a-f-]{36}$/)
  const field = author.getByLabel('Decision area', { exact: true })
  await field.fill('Hostels that cook')
  await author.getByRole('link', { name: 'As readers will see it' }).click()
  await author.waitForURL(/view=preview/)
  await expect(author.getByText('Hostels that cook')).toBeVisible()

  await author.getByRole('link', { name: 'Edit', exact: true }).click()
  await author.getByLabel('Title', { exact: true }).fill('')
  const asked: string[] = []
  author.on('dialog', dialog => {
    asked.push(dialog.message())
    void dialog.dismiss()
  })
  await author.getByRole('link', { name: 'As readers will see it' }).click()
  await expect(author.getByText('Enter a title')).toBeVisible()
  await expect(author.getByLabel('Title', { exact: true })).toHaveValue('')
  expect(asked).toEqual(['You have changes that are not saved. Leave without saving them?'])
})

test('a case study waits for the yes of a respondent who asked to see it', async ({ signedIn }) => {
  const lead = await signedIn('lead')
  await lead.goto('/workspace/case-studies?status=APPROVED')
  await lead.getByRole('link', { name: 'Prescriptions on the milk round' }).click()
  await expect(lead.getByText(/^The respondent said yes to this text on /)).toBeVisible()
  await lead.goto('/workspace/case-studies?status=IN_REVIEW')
  await lead.getByRole('link', { name: /^Calls at four/ }).click()
  await lead.getByText('Record the respondent’s yes').click()
  await lead.getByRole('button', { name: 'Record their yes' }).click()
  await expect(lead.getByRole('link', { name: 'Select how they said yes' })).toBeVisible()
  await lead.getByLabel('By telephone').check()
  await lead.getByLabel('On which day?').fill('2026-08-01')
  await lead.getByRole('button', { name: 'Record their yes' }).click()
  await expect(lead.getByText('The respondent said yes to this text on 1 August 2026.')).toBeVisible()
})
