import { getTranslations } from 'next-intl/server'

import { etagOf } from '@/lib/conditional'
import { currentCall } from '@/lib/data/calls'
import { openAnswer, optionsAnswer, readOnlyAnswer } from '@/lib/exchange/open-answer'
import { openColumns } from '@/lib/exchange/open-csv'
import { openApi } from '@/lib/exchange/openapi'
import { originOf } from '@/lib/site-address'

/** How to ask the read API, and what it answers. */
export async function GET(request: Request): Promise<Response> {
  const [t, call] = await Promise.all([getTranslations('data'), currentCall()])
  const fields = Object.fromEntries(openColumns.map(({ name }) => [name, t(`columns.${name}`)]))
  const words = { title: t('name', { call: call.name }), contact: call.contactEmail, fields }
  const body = JSON.stringify(openApi(originOf(request.headers), call, words))
  const version = { etag: etagOf(body), lastModified: null }
  return openAnswer(request, version, { 'content-type': 'application/json; charset=utf-8' }, () => body)
}

export const OPTIONS = optionsAnswer
export const POST = readOnlyAnswer
export const PUT = readOnlyAnswer
export const PATCH = readOnlyAnswer
export const DELETE = readOnlyAnswer
