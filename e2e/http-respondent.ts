import type { Answer, Line } from './http-line'

/** The fields of a form, each name as often as it is sent. */
export type Fields = [name: string, value: string][]

/** Somebody with a browser that runs no script: an address of their own, cookies, and the page they are on. */
export type Respondent = { line: Line; address: string; cookies: Map<string, string> }

/** A respondent who was never here. `number` gives the address: far apart ones are of different networks. */
export function newRespondent(line: Line, number: number): Respondent {
  const spread = (number * 2_654_435_761) % 2 ** 32 // neighbours in number are strangers by network
  const address = [20 + ((spread >>> 24) & 127), (spread >>> 16) & 255, (spread >>> 8) & 255, 1 + (spread & 127)].join(
    '.',
  )
  return { line, address, cookies: new Map() }
}

/** What a browser says with each request. */
export function requestHeaders({ line, address, cookies }: Respondent): Record<string, string> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return {
    accept: 'text/html',
    'accept-encoding': 'identity',
    origin: line.origin,
    'x-forwarded-for': address,
    ...(cookie ? { cookie } : {}),
  }
}

function keepCookies(respondent: Respondent, { headers }: Answer): void {
  for (const given of headers['set-cookie'] ?? []) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(given) ?? []
    if (name === undefined || value === undefined) continue
    if (value === '') respondent.cookies.delete(name)
    else respondent.cookies.set(name, value)
  }
}

/** A page, with the address that redirections led to. `ms` is all the waiting for it together. */
export type PageShown = { path: string; status: number; body: string; ms: number }

/** Opens a page as a click on a link does, following where it leads. */
export async function open(respondent: Respondent, path: string): Promise<PageShown> {
  const answer = await respondent.line.ask({ path, headers: requestHeaders(respondent) })
  return follow(respondent, path, answer)
}

/** Sends fields to the address of the page, as its button does, and follows where that leads unless told not to. */
export async function send(
  respondent: Respondent,
  path: string,
  fields: Fields,
  { follow: goOn = true }: { follow?: boolean } = {},
): Promise<PageShown> {
  const { type, body } = multipart(fields)
  const answer = await respondent.line.ask({ method: 'POST', path, headers: requestHeaders(respondent), type, body })
  return goOn ? follow(respondent, path, answer) : { path, status: answer.status, body: answer.body, ms: answer.ms }
}

/** Asks as a script of the page does: with its cookies and its origin. */
export async function post(respondent: Respondent, path: string, json: unknown): Promise<Answer> {
  const headers = { ...requestHeaders(respondent), accept: 'application/json' }
  const answer = await respondent.line.ask({
    method: 'POST',
    path,
    headers,
    type: 'application/json',
    body: typeof json === 'string' ? json : JSON.stringify(json),
  })
  keepCookies(respondent, answer)
  return answer
}

/** Sends a file as the script of a page does, in the field `file`. */
export async function upload(
  respondent: Respondent,
  path: string,
  { name, type, content }: { name: string; type: string; content: Buffer },
): Promise<Answer> {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const headers = { ...requestHeaders(respondent), accept: 'application/json' }
  return respondent.line.ask({ method: 'POST', path, headers, type: `multipart/form-data; boundary=${boundary}`, body })
}

async function follow(respondent: Respondent, path: string, first: Answer): Promise<PageShown> {
  let shown = { path, answer: first, ms: first.ms }
  for (let hops = 0; hops < 5; hops += 1) {
    keepCookies(respondent, shown.answer)
    const { status, headers, body } = shown.answer
    if (status < 300 || status > 399 || !headers.location) return { path: shown.path, status, body, ms: shown.ms }
    const next = new URL(headers.location, respondent.line.origin)
    const answer = await respondent.line.ask({ path: next.pathname + next.search, headers: requestHeaders(respondent) })
    shown = { path: next.pathname, answer, ms: shown.ms + answer.ms }
  }
  throw new Error(`${path} leads round in a circle.`)
}

const boundary = '----portal7MA4YWxkTrZu0gW'

/** The fields as a form without `enctype` of its own is sent by React's actions. */
export function multipart(fields: Fields): { type: string; body: string } {
  const part = ([name, value]: Fields[number]) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name.replaceAll('"', '%22')}"\r\n\r\n${value}\r\n`
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${fields.map(part).join('')}--${boundary}--\r\n` }
}

/** What the form with this button sends beside what a person fills in: hidden inputs, and texts as they stand. */
export function standingFields({ body }: PageShown, button: string): Fields {
  const forms = body.match(/<form[\s\S]*?<\/form>/g) ?? []
  const form = forms.find(text => withoutTags(text).includes(button))
  if (!form) throw new Error(`The page has no form with the button "${button}".`)
  const fields: Fields = []
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name')
    const type = attribute(tag, 'type') ?? 'text'
    if (name === undefined || ['submit', 'button', 'file'].includes(type)) continue
    if (['radio', 'checkbox'].includes(type) && !/\schecked(?:=|\s|\/|>)/.test(tag)) continue
    fields.push([name, attribute(tag, 'value') ?? ''])
  }
  for (const [, tag = '', text = ''] of form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(tag, 'name')
    if (name !== undefined) fields.push([name, decode(text.replace(/^\n/, ''))])
  }
  return fields
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : decode(found)
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (whole, name: string) => entities[name] ?? whole)
}

function withoutTags(html: string): string {
  return decode(html.replace(/<!--.*?-->/g, '').replace(/<[^>]*>/g, ''))
}

/** What somebody fills in, step by step; a name that a form already holds takes the place of what stood there. */
export type Answers = Record<string, Fields>

/** A whole response, with no two alike. */
export function wholeResponse(number: number): Answers {
  const own = `${number} (${(number * 7919) % 100_003})`
  return {
    organisation: [
      ['organisationName', `Measured ${own} (example)`],
      ['organisationType', 'NEIGHBOURHOOD'],
      ['practice', 'OWN'],
    ],
    place: [['neighbourhood', `The streets about number ${own}`]],
    example: [['title', `A pantry on corner ${own}`]],
    story: [
      ['whatHappened', story(number, 120)],
      ['difference', story(number + 1, 60)],
      ['learned', story(number + 2, 40)],
    ],
    material: [['links.0', `https://example.org/measured/${number}`]],
    contact: [
      ['contactName', `Respondent ${own}`],
      ['email', `respondent-${number}@measured.example`],
      ['mayTelephone', 'NO'],
      ['publish', 'WITH_NAME'],
    ],
  }
}

const words =
  'neighbours opened the old shop as a pantry three mornings each week and cooked for those who could not come while volunteers telephoned people who lived alone'.split(
    ' ',
  )

function story(seed: number, length: number): string {
  const word = (index: number) => words[(seed * 31 + index * (7 + (seed % 5))) % words.length]
  return Array.from({ length }, (_, index) => word(index)).join(' ')
}

/** The step that a page shows: the last part of its address. */
export function stepOf({ path }: PageShown): string {
  return path.split('/').at(-1) ?? ''
}

/** Answers the step that the page shows, presses its button, and gives the page that comes next. */
export async function answerStep(respondent: Respondent, page: PageShown, answers: Answers): Promise<PageShown> {
  const step = stepOf(page)
  const standing = standingFields(page, step === 'check' ? 'Send your evidence' : 'Continue')
  const given = [...(answers[step] ?? []), ...firstChoices(step, page)]
  const names = new Set(given.map(([name]) => name))
  return send(respondent, page.path, [...standing.filter(([name]) => !names.has(name)), ...given])
}

/** Which places and prompts there are is the call's to say: the first ones that the page offers. */
function firstChoices(step: string, { body }: PageShown): Fields {
  const name = { place: 'places', example: 'prompts' }[step]
  if (!name) return []
  const values = [...body.matchAll(/<input\b[^>]*>/g)]
    .map(([tag]) => (attribute(tag, 'name') === name ? attribute(tag, 'value') : undefined))
    .filter(value => value !== undefined)
  return values.slice(0, 2).map(value => [name, value])
}

/** From the first step to the reference; `waited` is told how long each press of a button took until the next page stood. */
export async function giveEvidence(
  respondent: Respondent,
  answers: Answers,
  waited: (step: string, ms: number) => void = () => undefined,
): Promise<string> {
  let page = await open(respondent, '/submit/organisation')
  waited('open', page.ms)
  while (stepOf(page) !== 'done') {
    const step = stepOf(page)
    page = await answerStep(respondent, page, answers)
    if (page.status !== 200 || stepOf(page) === step) throw new Error(`Step ${step} was refused (${page.status}).`)
    waited(step, page.ms)
  }
  return referenceShown(page)
}

/** The reference that the page shows. */
export function referenceShown({ body }: PageShown): string {
  const reference = /WM-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(withoutTags(body))?.[0]
  if (!reference) throw new Error('The page after sending shows no reference.')
  return reference
}
