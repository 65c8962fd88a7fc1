import { text } from 'node:stream/consumers'
import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '@/lib/db'
import type { Viewer } from '@/lib/domain/person'
import { stepNames } from '@/lib/domain/step-fields'
import { env } from '@/lib/env'
import { fileStore } from '@/lib/files/store'
import { withClient } from '@/lib/postgres/client'
import { makeAccount, signInAs, viewerWith } from '@/lib/testing/account-makers'
import { emptyDatabase } from '@/lib/testing/database'
import { broken } from '@/lib/testing/invariants'
import { arrive, makeLetter, messageOf } from '@/lib/testing/mail-makers'
import { makeCall, makeSent, stepAnswers, testOrigin } from '@/lib/testing/submission-makers'
import { saveAnswers } from './draft-saving'
import { receiveMailFile } from './incoming-file'
import { getIncoming, listIncoming, openIntakeFile, openOriginal, putBack, setAside } from './intake'
import { beginEntry, discardEntry, getEntry, listEntries, saveEntry, sendEntry } from './intake-entry'
import { takeMail } from './intake-taking'
import { issueKey } from './private-keys'
import { withdrawEvidence } from './withdrawals'

let callId: string
let researcher: Viewer
let administrator: Viewer

beforeEach(async () => {
  await emptyDatabase()
  callId = await makeCall()
  researcher = await viewerWith(await signInAs((await makeAccount('researcher', 'RESEARCHER')).email))
  administrator = await viewerWith(await signInAs((await makeAccount('administrator', 'ADMINISTRATOR')).email))
})

const brokenNow = () => withClient(env().databaseUrl ?? '', client => broken(statement => client.query(statement)))
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') // prettier-ignore

describe('a mail arrives', () => {
  test('once, as what it is', async () => {
    const letter = messageOf({ From: 'a@example.org', Subject: 'Meals' }, 'We cooked.')
    expect(await arrive(letter)).toBe('new')
    expect(await arrive(letter)).toBe('known')
    await arrive(
      messageOf({ From: 'a@example.org', Subject: 'Out of office', 'Auto-Submitted': 'auto-replied' }, 'Away.'),
    )
    const list = await listIncoming(researcher, callId, 'new', {})
    expect(list).toMatchObject({ counts: { new: 1, automatic: 1, taken: 0, aside: 0 }, rows: [{ subject: 'Meals', from: 'a@example.org' }] }) // prettier-ignore
    expect(await listIncoming(administrator, callId, 'new', {})).toBeNull()
    expect(await brokenNow()).toEqual([])
  })

  test('at the same moment from two places, still once', async () => {
    const letter = messageOf({ From: 'a@example.org' }, 'x')
    const arrivals = await Promise.all([arrive(letter), arrive(letter), arrive(letter)])
    expect(arrivals.toSorted()).toEqual(['known', 'known', 'new'])
  })

  test('damaged, and is kept', async () => {
    await arrive(`Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\na\r\n'.repeat(300)}--x--`)
    expect(await db.incomingMail.findFirst()).toMatchObject({ subject: 'A message that could not be read' })
  })

  test('its original can be had, and that is written down', async () => {
    const letter = messageOf({ From: 'a@example.org' }, 'Word for word')
    await arrive(letter)
    const { id } = await db.incomingMail.findFirstOrThrow()
    const original = await openOriginal(researcher, id)
    expect(original && (await text(original))).toBe(letter)
    expect(await openOriginal(administrator, id)).toBeNull()
    expect(await db.auditEntry.count({ where: { action: 'mail.readOriginal' } })).toBe(1)
  })

  test('to say that ours came back: it stands on the mail, and on what the mail was about', async () => {
    const { id: submissionId } = await db.submission.create({ data: { callId, noticeVersion: '1', answeredSteps: [] } })
    const mail = await db.mail.create({ data: { key: 'k', submissionId, toAddress: 'gone@example.org', subject: 's', body: 'b' } }) // prettier-ignore
    const notice = messageOf(
      { From: 'MAILER-DAEMON@mx.example', Subject: 'failure notice', 'In-Reply-To': `<${mail.id}@portal.example>` },
      'Hi. This is the qmail-send program.\n\n<gone@example.org>:\n550 no mailbox here',
    )
    await arrive(notice)
    expect(await db.mail.findFirst()).toMatchObject({
      bouncedAt: expect.any(Date),
      bounceReason: '550 no mailbox here',
    })
    expect(await db.incomingMail.findFirst()).toMatchObject({ kind: 'BOUNCE', submissionId })
    expect(await brokenNow()).toEqual([])
  })

  test('in a file of many', async () => {
    async function* mbox() {
      yield Buffer.from(
        'From a Tue Nov 24 16:00:00 2026\nSubject: One\n\nx\n\nFrom b Tue Nov 24 16:00:00 2026\nSubject: Two\n\ny\n',
      )
    }
    expect(await receiveMailFile(researcher, mbox(), 'box.mbox')).toEqual({ new: 2, known: 0, tooLarge: 0 })
    expect(await receiveMailFile(researcher, mbox(), 'box.mbox')).toEqual({ new: 0, known: 2, tooLarge: 0 })
    expect(await receiveMailFile(administrator, mbox(), 'box.mbox')).toBeNull()
    expect(await db.incomingMail.findMany({ select: { source: true } })).toEqual([{ source: 'box.mbox' }, { source: 'box.mbox' }]) // prettier-ignore
  })
})

describe('a mail becomes a response', () => {
  const withFile = () =>
    makeLetter(
      { 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=x' },
      `--x\n\nWe cooked for forty.\n\n-- \nZenobia\n--x\nContent-Type: image/png\nContent-Disposition: attachment; filename="hall.png"\nContent-Transfer-Encoding: base64\n\n${png.toString('base64')}\n--x--`,
    )

  test('with its words, its subject, its sender and its files, and the sender is answered once', async () => {
    const id = await withFile()
    const taken = await takeMail(researcher, { id, answer: true })
    if (!taken.ok) throw new Error(taken.message)
    expect(taken.value.answered).toBe(true)
    const entry = await getEntry(researcher, taken.value.submissionId)
    const looks = { action: 'contact.read', actorId: researcher.id, thingId: taken.value.submissionId }
    expect(await db.auditEntry.count({ where: looks })).toBe(1)
    expect(entry).toMatchObject({
      channel: 'email',
      values: {
        whatHappened: 'We cooked for forty.',
        title: 'Hot meals',
        contactName: 'Zenobia Quillfeather',
        email: 'zenobia@quillfeather.example',
      },
      files: [{ name: 'hall.png' }],
      mailId: id,
    })
    expect(await db.mail.findMany()).toMatchObject([{ toAddress: 'zenobia@quillfeather.example', linkKind: 'RESUME', body: expect.stringContaining('{link}') }]) // prettier-ignore
    expect(await takeMail(researcher, { id, answer: true })).toMatchObject({ ok: true, value: { answered: false } })
    expect(await putBack(researcher, id)).toMatchObject({ ok: true })
    expect(await db.submission.count()).toBe(0)
    expect((await getIncoming(researcher, id))?.files).toHaveLength(1)
    await takeMail(researcher, { id, answer: true })
    expect(await db.mail.count()).toBe(1)
    expect(await brokenNow()).toEqual([])
  })

  test('of a program, and it gets no answer', async () => {
    const id = await makeLetter({ 'Auto-Submitted': 'auto-replied' })
    expect(await takeMail(researcher, { id, answer: true })).toMatchObject({ value: { answered: false } })
    expect(await db.mail.count()).toBe(0)
  })

  test('and what of its attachments did not come along is counted', async () => {
    const attached = (name: string, content: string) =>
      `--x\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${content}\n`
    const pictures = Array.from({ length: 7 }, (_, at) => attached(`${at}.png`, png.toString('base64'))).join('')
    const id = await makeLetter(
      { 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=x' },
      `--x\n\nWe cooked.\n${pictures}${attached('virus.exe', 'TVqQAAMAAAAEAAAA')}--x--`,
    )
    expect(await getIncoming(researcher, id)).toMatchObject({ notTaken: 1, files: Array(7).fill({}) })
    const taken = await takeMail(researcher, { id, answer: false })
    const entry = await getEntry(researcher, taken.ok ? taken.value.submissionId : '')
    expect(entry?.files).toHaveLength(5)
    expect(entry?.filesLeft).toBe(3)
  })

  const hour = 3_600_000
  test.each([
    ['before the closing, in the time of grace', { arrived: -2, closed: -1, grace: 4 }, true],
    ['before the closing, after the time of grace', { arrived: -9, closed: -5, grace: 4 }, false],
    ['after the closing', { arrived: -1, closed: -2, grace: 4 }, false],
    ['while it is open', { arrived: -1, closed: 1, grace: 0 }, true],
  ])('that arrived %s: its sender is asked to complete it only where they can send it', async (_when, at, answered) => {
    const id = await makeLetter()
    const from = (hours: number) => new Date(Date.now() + hours * hour)
    await db.incomingMail.update({ where: { id }, data: { arrivedAt: from(at.arrived) } })
    await db.call.updateMany({ data: { closesAt: from(at.closed), graceHours: at.grace } })
    expect(await getIncoming(researcher, id)).toMatchObject({ completable: answered })
    const taken = await takeMail(researcher, { id, answer: true })
    expect(taken).toMatchObject({ ok: true, value: { answered } })
    expect(await db.mail.count()).toBe(answered ? 1 : 0)
    const submissionId = taken.ok ? taken.value.submissionId : ''
    const browser = await db.$transaction(tx => issueKey(tx, submissionId, 'BROWSER'))
    const saved = await saveAnswers(browser, [{ field: 'title', value: 'Theirs', base: 1 }], testOrigin)
    expect(saved.ok).toBe(answered)
  })

  test('again and again from one address, and the answers come to an end', async () => {
    const answered: boolean[] = []
    for (let number = 0; number < 5; number += 1) {
      const taken = await takeMail(researcher, { id: await makeLetter({ Subject: `Letter ${number}` }), answer: true })
      if (taken.ok) answered.push(taken.value.answered)
    }
    expect(answered).toEqual([true, true, true, false, false])
  })

  test('never by who may not', async () => {
    const id = await makeLetter()
    for (const refused of [
      await takeMail(administrator, { id, answer: false }),
      await setAside(administrator, { id, reason: 'x' }),
      await putBack(administrator, id),
      await beginEntry(administrator, 'telephone'),
    ])
      expect(refused.ok).toBe(false)
    expect(await getIncoming(administrator, id)).toBeNull()
    expect(await db.submission.count()).toBe(0)
  })

  test('or is set aside with a reason, and comes back', async () => {
    const id = await makeLetter()
    await setAside(researcher, { id, reason: 'An advertisement' })
    expect(await getIncoming(researcher, id)).toMatchObject({ status: 'SET_ASIDE', setAsideReason: 'An advertisement' })
    await putBack(researcher, id)
    expect(await getIncoming(researcher, id)).toMatchObject({ status: 'NEW', setAsideReason: '' })
  })
})

describe('a response is entered', () => {
  const values = Object.assign({}, ...stepNames.map(step => stepAnswers[step]))
  const begin = async () => {
    const begun = await beginEntry(researcher, 'telephone')
    if (!begun.ok) throw new Error(begun.message)
    return begun.value.id
  }
  const save = async (id: string, given: object, version?: number) => {
    const entry = await getEntry(researcher, id)
    return saveEntry(researcher, {
      ...{ id, channel: 'telephone', takenAt: new Date('2026-06-01T09:00:00Z'), takenNote: 'Her sister was there.' },
      ...{ version: version ?? entry?.version ?? 0, values: { ...entry?.values, ...given } },
    })
  }

  test('bit by bit, and sent with who recorded the consents', async () => {
    const id = await begin()
    const half = await save(id, { title: 'Hot meals', whatHappened: 'Cooked\u0000' })
    expect(half).toMatchObject({ ok: true, value: { problems: { organisationName: 'organisationName.missing', publish: 'publish.missing' } } }) // prettier-ignore
    expect(half.ok && Object.keys(half.value.problems)).not.toContain('title')
    expect(await sendEntry(researcher, id)).toMatchObject({ ok: false })
    expect(await listEntries(researcher, callId)).toMatchObject([{ id, title: 'Hot meals', takenBy: 'researcher' }])
    expect(await save(id, values)).toMatchObject({ ok: true, value: { problems: {} } })
    const sent = await sendEntry(researcher, id)
    expect(sent).toMatchObject({ ok: true })
    const submission = await db.submission.findUniqueOrThrow({ where: { id }, include: { consents: true } })
    expect(submission).toMatchObject({ status: 'SUBMITTED', channel: 'telephone', takenNote: 'Her sister was there.' })
    expect(submission.consents.map(consent => [consent.channel, consent.recordedById])).toEqual(Array(4).fill(['telephone', researcher.id])) // prettier-ignore
    expect(await getEntry(researcher, id)).toBeNull()
    expect(await save(id, values, 1)).toMatchObject({ ok: false })
    expect(await brokenNow()).toEqual([])
  })

  test('by two at once: the second is told', async () => {
    const id = await begin()
    const version = (await getEntry(researcher, id))?.version ?? 0
    expect(await save(id, { title: 'Mine' }, version)).toMatchObject({ ok: true })
    expect(await save(id, { title: 'Theirs' }, version)).toMatchObject({
      ok: false,
      conflict: { changes: [{ label: 'title', theirs: 'Mine', yours: 'Theirs' }] },
    })
    expect((await getEntry(researcher, id))?.values.title).toBe('Mine')
  })

  test('and discarded', async () => {
    const id = await begin()
    expect(await discardEntry(administrator, id)).toMatchObject({ ok: false })
    expect(await discardEntry(researcher, id)).toMatchObject({ ok: true })
    expect(await db.submission.count()).toBe(0)
  })

  test('never a draft of the form, which is its respondent’s alone', async () => {
    const { id } = await db.submission.create({ data: { callId, noticeVersion: '1', answeredSteps: [] } })
    expect(await getEntry(researcher, id)).toBeNull()
    expect(await save(id, {}, 1)).toMatchObject({ ok: false })
    expect(await discardEntry(researcher, id)).toMatchObject({ ok: false })
    expect(await listEntries(researcher, callId)).toEqual([])
  })
})

describe('what its sender is answering is theirs', () => {
  const values = Object.assign({}, ...stepNames.map(step => stepAnswers[step]))
  const taken = async () => {
    const mail = await makeLetter()
    const made = await takeMail(researcher, { id: mail, answer: true })
    if (!made.ok) throw new Error(made.message)
    const id = made.value.submissionId
    const entry = await getEntry(researcher, id)
    const kept = await saveEntry(researcher, {
      ...{ id, channel: 'email', takenAt: new Date('2026-06-01T09:00:00Z'), takenNote: '' },
      ...{ version: entry?.version ?? 0, values },
    })
    expect(kept).toMatchObject({ ok: true, value: { problems: {} } })
    return { mail, id, browser: await db.$transaction(tx => issueKey(tx, id, 'BROWSER')) }
  }
  const write = (browser: string, writer: string) =>
    saveAnswers(browser, [{ field: 'title', value: 'Theirs', base: 2 }], { ...testOrigin, writer })

  test.each([['a-page-of-tests'], ['']])('by a page named “%s”', async writer => {
    const { mail, id, browser } = await taken()
    const base = (await db.draftAnswer.findFirstOrThrow({ where: { submissionId: id, field: 'title' } })).version
    expect(base).toBe(2)
    expect(await write(browser, writer)).toMatchObject({ ok: true, value: { conflicts: [] } })
    const message = expect.stringContaining('Its sender is answering it')
    expect(await sendEntry(researcher, id)).toMatchObject({ ok: false, message })
    expect(await discardEntry(researcher, id)).toMatchObject({ ok: false, message })
    expect(await putBack(researcher, mail)).toMatchObject({ ok: false, message })
    expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ status: 'DRAFT' })
    expect(await getIncoming(researcher, mail)).toMatchObject({ status: 'TAKEN' })
  })

  test('but a link that was only looked at hinders nobody', async () => {
    const { id } = await taken()
    expect(await sendEntry(researcher, id)).toMatchObject({ ok: true })
  })
})

describe('whoever withdraws takes their mails along', () => {
  const attached = (name: string) =>
    `--x\nContent-Type: image/png\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${png.toString('base64')}\n`
  const letter = () =>
    makeLetter(
      { 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=x' },
      `--x\n\nWe cooked for forty.\n${attached('first.png')}${attached('second.png')}--x--`,
    )

  test('what they wrote, its original and its files, and what came back to them', async () => {
    const { id: submissionId, token, reference } = await makeSent()
    const id = await letter()
    const notice = await makeLetter({ From: 'MAILER-DAEMON@mx.example' }, 'zenobia@quillfeather.example: no mailbox')
    await db.incomingMail.update({ where: { id }, data: { status: 'TAKEN', submissionId } })
    await db.incomingMail.update({ where: { id: notice }, data: { kind: 'BOUNCE', submissionId } })
    const [first, second] = await db.storedFile.findMany({ where: { incomingMailId: id }, orderBy: { id: 'asc' } })
    if (!first || !second) throw new Error('Two files should have come.')
    await db.storedFile.update({ where: { id: first.id }, data: { submissionId, position: 1 } })
    const mails = await db.incomingMail.findMany({ orderBy: { id: 'asc' } })
    const opened = await openIntakeFile(researcher, second.id)
    opened?.stream.destroy()
    expect(opened).not.toBeNull()
    expect(await withdrawEvidence(token, reference)).toMatchObject({ ok: true })

    const nobody = { fromName: '', fromAddress: '', subject: '', body: '', messageId: '' }
    expect(await db.incomingMail.findMany()).toMatchObject([nobody, nobody])
    expect(await db.storedFile.findMany()).toMatchObject([{ id: first.id }])
    const store = await fileStore()
    for (const key of [...mails.map(mail => mail.storageKey), second.storageKey])
      expect(await store.open(key)).toBeNull()
    const own = await store.open(first.storageKey)
    own?.destroy()
    expect(own).not.toBeNull()
    expect(await brokenNow()).toEqual([])
  })

  test('and nobody reads one that was linked a moment too late', async () => {
    const { id: submissionId, token, reference } = await makeSent()
    const id = await letter()
    const bounce = await letter()
    const [file] = await db.storedFile.findMany({ where: { incomingMailId: id } })
    await withdrawEvidence(token, reference)
    await db.incomingMail.update({ where: { id }, data: { status: 'TAKEN', submissionId } })
    await db.incomingMail.update({ where: { id: bounce }, data: { kind: 'BOUNCE', submissionId } })
    expect(await getIncoming(researcher, id)).toBeNull()
    expect(await getIncoming(researcher, bounce)).toBeNull()
    expect(await openOriginal(researcher, id)).toBeNull()
    expect(await openIntakeFile(researcher, file?.id ?? '')).toBeNull()
    expect(await takeMail(researcher, { id: bounce, answer: false })).toMatchObject({ ok: false })
    expect(await setAside(researcher, { id: bounce, reason: 'x' })).toMatchObject({ ok: false })
    const none = { counts: { taken: 0, automatic: 0 }, rows: [] }
    for (const list of ['taken', 'automatic'] as const)
      expect(await listIncoming(researcher, callId, list, {})).toMatchObject(none)
  })
})
