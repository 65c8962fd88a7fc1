import type { Locator, Page } from '@playwright/test'

import { expect, expectAccessible, test } from './fixtures'

// Each of these codes a submission that no other journey touches.
const list = '/workspace/submissions'

async function open(page: Page, title: string): Promise<Locator> {
  await page.goto(`${list}?q=${encodeURIComponent(`"${title}"`)}`)
  await page.getByRole('link', { name: title, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('All codings are saved.')).toBeVisible()
  return page.getByRole('textbox', { name: 'What happened?' })
}

const codings = (page: Page) => page.getByRole('region', { name: 'Codings' }).getByRole('listitem')

/** Drags the pointer from one letter of the text to another. */
async function dragOver(page: Page, text: Locator, from: number, to: number) {
  const placeOf = (letter: number) =>
    text.evaluate((element, at) => {
      const range = document.createRange()
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      let left = at
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0
        if (left < length) {
          range.setStart(node, left)
          range.setEnd(node, left + 1)
          if (at === 0) element.scrollIntoView({ block: 'start' })
          break
        }
        left -= length
      }
      const { left: x, top, height } = range.getBoundingClientRect()
      return { x: x + 1, y: top + height / 2 }
    }, letter)
  const start = await placeOf(from)
  const end = await placeOf(to)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(end.x, end.y, { steps: 4 })
  await page.mouse.up()
}

test('twelve passages are coded without touching the mouse, undone and done again', async ({ signedIn }) => {
  const page = await signedIn('bvsc')
  const text = await open(page, 'Ten minutes is not enough if you have lost your words')
  await text.focus()
  for (let passage = 0; passage < 12; passage++) {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.type(passage % 2 === 0 ? 'volun' : 'digit')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
  }
  await expect(codings(page)).toHaveCount(12)
  await expect(page.getByText('All codings are saved.')).toBeVisible()

  await page.keyboard.press('Control+z')
  await expect(codings(page)).toHaveCount(11)
  await page.keyboard.press('Control+y')
  await expect(codings(page)).toHaveCount(12)

  // from coding to coding; what is one's own is taken off, however long the person waits
  const bar = page.getByRole('group', { name: 'Code the selected words' })
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await page.keyboard.press(']')
  await page.keyboard.press(']')
  await expect(bar).toBeVisible()
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 400)))
  await page.keyboard.press('Delete')
  await expect(codings(page)).toHaveCount(11)

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys in a text' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('All codings are saved.')).toBeVisible()
  await page.reload()
  await expect(codings(page)).toHaveCount(11)
  await expectAccessible(page)
})

test('passages are coded without touching the keyboard, one with two codes, and one is taken off', async ({
  signedIn,
}) => {
  const page = await signedIn('coventry')
  const text = await open(page, 'The news at seven: Deaf presenters signing the rules the same night')
  const bar = page.getByRole('group', { name: 'Code the selected words' })
  for (const [nth, from] of [0, 20, 45].entries()) {
    await dragOver(page, text, from, from + 15)
    await bar.getByRole('option', { name: 'Volunteering' }).click()
    await expect(codings(page)).toHaveCount(nth + 1)
    await bar.getByRole('button', { name: 'Close' }).click()
  }
  await dragOver(page, text, 70, 90)
  await bar.getByRole('option', { name: 'Funding' }).click()
  await bar.getByRole('option', { name: 'Digital inclusion' }).click()
  await expect(codings(page)).toHaveCount(5)
  await bar.getByRole('button', { name: /^Remove Funding/ }).click()
  await expect(codings(page)).toHaveCount(4)
  await expect(page.getByText('All codings are saved.')).toBeVisible()
  await page.reload()
  await expect(codings(page)).toHaveCount(4)
})

test('a new code is made on the spot, and a coding is given a memo', async ({ signedIn }) => {
  const page = await signedIn('bvsc')
  const text = await open(page, 'Langar cannot close so langar went to the people')
  await text.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Faith in action')
  await page.getByRole('option', { name: 'New code “Faith in action”' }).click()
  await expect(codings(page)).toHaveCount(1)
  await codings(page).getByRole('button', { name: 'Memo on Faith in action' }).click()
  await page.getByRole('textbox', { name: 'Memo', exact: true }).fill('Compare with the churches.')
  await page.getByRole('button', { name: 'Save memo' }).click()
  await expect(codings(page)).toContainText('Compare with the churches.')
  await expect(page.getByText('All codings are saved.')).toBeVisible()
  await page.goto('/workspace/codebook')
  await expect(page.getByText('Faith in action').first()).toBeVisible()
})

test('two researchers see each other’s work, and who is here; a cut line loses nothing', async ({ signedIn }) => {
  const title = 'Mourning first, planning second: a year of remembrance as a recovery plan'
  const [first, second] = [await signedIn('bvsc'), await signedIn('coventry')]
  const mine = await open(first, title)
  const theirs = await open(second, title)
  await expect(first.getByText(/Also here: .*Coventry/)).toBeVisible()

  const codeNext = async (page: Page, text: Locator, letters: string) => {
    await text.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type(letters)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
  }
  await codeNext(first, mine, 'volun')
  await expect(codings(second)).toHaveCount(1)

  await second.context().setOffline(true)
  await codeNext(first, mine, 'digit')
  await codeNext(second, theirs, 'fund')
  await expect(second.getByText(/The line is cut: 1 coding will be saved/)).toBeVisible()
  await expect(codings(first)).toHaveCount(2)
  await second.context().setOffline(false)
  await expect(codings(first)).toHaveCount(3)
  await expect(codings(second)).toHaveCount(3)
  await expect(second.getByText('All codings are saved.', { exact: false })).toBeVisible()
})

test('what is coded after the session has ended waits in the browser, and is saved after signing in', async ({
  signedIn,
}) => {
  const page = await signedIn('coventry')
  const text = await open(page, 'How a winter night shelter moved into a tourist hotel in four days')
  const codeNext = async (letters: string) => {
    await text.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type(letters)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
  }
  await codeNext('digit')
  await expect(codings(page)).toHaveCount(1)
  await expect(page.getByText('All codings are saved.')).toBeVisible()
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await codeNext('volun')
  await expect(page.getByText('You are no longer signed in.', { exact: false })).toBeVisible()
  await page.context().addCookies(cookies)
  await page.reload()
  await expect(codings(page)).toHaveCount(2)
  await expect(page.getByText('All codings are saved.')).toBeVisible()
})
