import { type Page } from '@playwright/test'

import { accounts, expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'

async function fillIn(page: Page, email: string, password: string) {
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('somebody is told what was wrong, signs in, comes to the page they asked for, and signs out', async ({
      page,
    }) => {
      await page.goto('/account')
      await expect(page).toHaveURL('/sign-in?to=%2Faccount')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('link', { name: 'Enter your email address' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Enter your password' })).toBeVisible()
      await fillIn(page, accounts.lead, 'not the password')
      await expect(page.getByRole('link', { name: 'Check your email address and password' })).toBeVisible()
      await expect(page.getByLabel('Email address')).toHaveValue(accounts.lead)
      await expect(page.getByLabel('Password')).toHaveValue('')
      await expect(page).toHaveTitle(/^Error: Sign in/)
      await fillIn(page, accounts.lead, 'demonstration')
      await expect(page).toHaveURL('/account')
      await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByText('You have signed out.')).toBeVisible()
      await page.goto('/account')
      await expect(page).toHaveURL('/sign-in?to=%2Faccount')
    })
  })
}

test('each begins where their work is, and finds nothing where it is not', async ({ signedIn }) => {
  const lead = await signedIn('lead')
  await lead.goto('/sign-in')
  await expect(lead).toHaveURL('/workspace')
  expect((await lead.goto('/workspace/people'))?.status()).toBe(404)
  const staff = await signedIn('staff')
  await staff.goto('/sign-in')
  await expect(staff).toHaveURL('/library')
  expect((await staff.goto('/workspace'))?.status()).toBe(404)
  await expect(staff.getByRole('link', { name: 'Submissions' })).toHaveCount(0)
})

test('an address that leads elsewhere is not followed', async ({ page }) => {
  for (const to of ['https://example.org/', '//example.org', '/\\example.org', '/.//example.org']) {
    await page.context().clearCookies()
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
    await fillIn(page, accounts.bvsc, 'demonstration')
    await expect(page).toHaveURL('/workspace')
  }
})

test('guessing is slowed down, for accounts that are not there as well', async ({ page }) => {
  const email = `nobody-${Date.now()}@portal.example`
  await page.goto('/sign-in')
  for (let guess = 0; guess < 5; guess++) {
    const answered = page.waitForResponse(response => response.request().method() === 'POST')
    await fillIn(page, email, `guess ${guess}`)
    await answered
    await expect(page.getByRole('link', { name: 'Check your email address and password' })).toBeVisible()
    // the answer empties the field: what is typed before that is gone
    await expect(page.getByLabel('Password')).toHaveValue('')
  }
  await fillIn(page, email, 'guess 6')
  await expect(
    page.getByText('Too many attempts to sign in have failed. Wait 15 minutes, then try again').first(),
  ).toBeVisible()
})

test('the cookie is out of reach of scripts, and tells nothing', async ({ page, context }) => {
  await page.goto('/sign-in')
  await fillIn(page, accounts.bvsc, 'demonstration')
  await expect(page).toHaveURL('/workspace')
  const session = (await context.cookies()).find(cookie => cookie.name === 'portal-session')
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(await page.evaluate(() => document.cookie)).toBe('')
})

test('the pages of an account are accessible and fit a phone', async ({ page, signedIn }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  const lead = await signedIn('lead')
  await lead.setViewportSize({ width: 320, height: 640 })
  for (const path of ['/account', '/workspace', '/workspace/mail']) {
    await lead.goto(path)
    await expectAccessible(lead)
    await expectNoSidewaysScroll(lead)
  }
})
