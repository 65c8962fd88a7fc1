import type { Page } from '@playwright/test'

import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures'

const main = (page: Page) => page.getByRole('main')

async function createAccount(page: Page, name: string, email: string): Promise<string> {
  await page.goto('/workspace/people')
  await page.getByRole('link', { name: 'Create an account' }).click()
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('link', { name: 'Enter a name' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Select a role' })).toBeVisible()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Researcher').check()
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('link', { name: 'Select a team' })).toBeVisible()
  await page.getByLabel('Team').selectOption('BVSC')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('The password is shown only now.')).toBeVisible()
  await expect(page.getByText(`${email} can sign in with it.`)).toBeVisible()
  return main(page).locator('code').innerText()
}

async function signIn(page: Page, email: string, password: string) {
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('an account from its making to its disabling', async ({ signedIn, browser, baseURL, page: theirs }) => {
  const name = `Nadia ${Date.now()}`
  const email = `nadia.${Date.now()}@bvsc.example`
  const administrator = await signedIn('administrator')
  const first = await createAccount(administrator, name, email)

  await test.step('the person signs in and chooses a password', async () => {
    await signIn(theirs, email, first)
    await expect(theirs).toHaveURL('/workspace')
    await theirs.goto('/account')
    await theirs.getByLabel('Current password').fill(first)
    await theirs.getByLabel('New password').fill('too short')
    await theirs.getByRole('button', { name: 'Change password' }).click()
    await expect(theirs.getByRole('link', { name: 'Password must be 12 characters or more' })).toBeVisible()
    await theirs.getByLabel('New password').fill('narrowboats in the rain')
    await theirs.getByRole('button', { name: 'Change password' }).click()
    await expect(theirs.getByText('Your password is changed.')).toBeVisible()
  })

  await test.step('they end the session that they left open elsewhere', async () => {
    const elsewhere = await browser.newPage({ baseURL })
    await signIn(elsewhere, email, 'narrowboats in the rain')
    await expect(elsewhere).toHaveURL('/workspace')
    await theirs.reload()
    await theirs.getByRole('button', { name: 'End all other sessions' }).click()
    await expect(theirs.getByRole('button', { name: 'End all other sessions' })).toHaveCount(0)
    await elsewhere.reload()
    await expect(elsewhere).toHaveURL('/sign-in?to=%2Fworkspace')
    await elsewhere.close()
  })

  await test.step('a new role is in force at once, and whoever saves second is told', async () => {
    await administrator.goto('/workspace/people')
    await administrator.getByRole('link', { name }).click()
    await expect(administrator.getByRole('heading', { name })).toBeVisible()
    const second = await administrator.context().newPage()
    await second.goto(administrator.url())
    await administrator.getByLabel('WMCA staff').check()
    await administrator.getByRole('button', { name: 'Save role and team' }).click()
    await expect(administrator.getByText('Saved.', { exact: true })).toBeVisible()
    expect((await theirs.goto('/workspace'))?.status()).toBe(404)

    await second.getByLabel('Lead').check()
    await second.getByRole('button', { name: 'Save role and team' }).click()
    await expect(second.getByText('Somebody else changed this account while you had it open.')).toBeVisible()
    await expect(second.getByRole('row', { name: 'Role WMCA staff Lead' })).toBeVisible()
    await second.close()
  })

  await test.step('disabling it ends its sessions', async () => {
    await administrator.reload()
    await expect(administrator.getByLabel('WMCA staff')).toBeChecked()
    await administrator.getByRole('button', { name: 'Disable account' }).click()
    await expect(administrator.getByRole('button', { name: 'Enable account' })).toBeVisible()
    await theirs.goto('/account')
    await expect(theirs).toHaveURL(/\/sign-in/)
    await signIn(theirs, email, 'narrowboats in the rain')
    await expect(theirs.getByRole('link', { name: 'Check your email address and password' })).toBeVisible()
  })

  await test.step('the trail has it all', async () => {
    await administrator.goto('/workspace/people')
    await administrator.getByRole('link', { name }).click()
    await expect(administrator.getByRole('heading', { name })).toBeVisible()
    const id = administrator.url().split('/').at(-1) ?? ''
    await administrator.goto('/workspace/audit')
    await administrator.getByLabel('To what').fill(id)
    await administrator.getByRole('button', { name: 'Apply' }).click()
    for (const deed of ['created an account', 'changed the role or team of an account', 'disabled an account']) {
      await expect(main(administrator).getByText(deed).last()).toBeVisible()
    }
    await expect(main(administrator).getByText(email)).toHaveCount(0)
  })
})

test('the last administrator cannot be disabled', async ({ signedIn }) => {
  const page = await signedIn('administrator')
  await page.goto('/workspace/people')
  await page
    .getByRole('row', { name: /\(you\)/ })
    .getByRole('link')
    .click()
  await page.getByRole('button', { name: 'Disable account' }).click()
  await expect(page.getByText('This is the only administrator who can sign in.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Disable account' })).toBeVisible()
})

test('the administrator’s pages are accessible and fit a phone', async ({ signedIn }) => {
  const page = await signedIn('administrator')
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of [
    '/workspace',
    '/workspace/people',
    '/workspace/people/new',
    '/workspace/audit',
    '/workspace/audit?day=2026-01-01',
    '/workspace/mail',
  ]) {
    await page.goto(path)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  }
})

test('addresses that mean nothing get an answer all the same', async ({ signedIn }) => {
  const page = await signedIn('administrator')
  expect((await page.goto('/workspace/people/nobody'))?.status()).toBe(404)
  expect((await page.goto('/workspace/mail/nothing'))?.status()).toBe(404)
  for (const query of ['?before=x', '?day=yesterday&person=x', '?after=99999999999999999999&action=x&action=y']) {
    expect((await page.goto(`/workspace/audit${query}`))?.status()).toBe(200)
  }
  expect((await page.goto('/workspace/mail?status=LOST&before=x'))?.status()).toBe(200)
})
