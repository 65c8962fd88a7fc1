import type { BrowserContext, Page, Request, TestInfo } from '@playwright/test'

const most = 1_500 // characters

/** Watches a window, and tells, where its test fails, what it showed then and what it still waited for. */
export function witness(context: BrowserContext, info: TestInfo): () => Promise<void> {
  const waiting = new Set<Request>()
  context.on('request', request => waiting.add(request))
  context.on('requestfinished', request => waiting.delete(request))
  context.on('requestfailed', request => waiting.delete(request))
  return async () => {
    if (info.status === info.expectedStatus) return
    for (const page of context.pages()) console.log(await account(page, waiting))
  }
}

async function account(page: Page, waiting: ReadonlySet<Request>): Promise<string> {
  const shown = await page
    .locator('main')
    .innerText({ timeout: 2_000 })
    .catch((fault: unknown) => String(fault))
  const open = [...waiting].filter(request => request.frame().page() === page)
  return [
    `A window stood at ${page.url()} and showed:`,
    shown.slice(0, most),
    ...open.map(request => `It waited for ${request.method()} ${request.url()}`),
  ].join('\n')
}
