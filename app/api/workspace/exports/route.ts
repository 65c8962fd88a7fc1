import { currentCall } from '@/lib/data/calls'
import { askForExport } from '@/lib/data/exports'
import { ExportInput, wishOf } from '@/lib/domain/export'
import { getViewer } from '@/lib/session'
import { originOf } from '@/lib/site-address'

const list = '/workspace/exchange/exports'

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

/**
 * Makes an export out of a form, which needs no script: what is small comes at once, all else is waited for on its page. A
 * sentence says there why one was refused.
 */
export async function POST(request: Request): Promise<Response> {
  const viewer = await getViewer()
  if (!viewer) return goTo(`/sign-in?to=${encodeURIComponent(list)}`)
  const form = await request.formData().catch(() => null)
  const field = (name: string) => form?.get(name) ?? undefined
  const parsed = ExportInput.safeParse({
    ...{ what: field('what'), form: field('form'), query: field('query') },
    references: form?.getAll('reference') ?? [],
  })
  if (!parsed.success) return goTo(`${list}?problem=form`)
  const call = await currentCall()
  const asked = await askForExport(viewer, call.id, wishOf(parsed.data), originOf(request.headers))
  if (asked.ok) return goTo(asked.value.ready ? `/api/workspace/exports/${asked.value.id}` : list)
  if (asked.missing) return new Response('There is no such page.\n', { status: 404 })
  return goTo(`${list}?problem=${asked.fields?.['query'] ? 'filters' : asked.fields ? 'form' : 'busy'}`)
}
