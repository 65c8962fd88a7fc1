import net from 'node:net'
import { z } from 'zod'

const onOff = z.enum(['on', 'off']).transform(value => value === 'on')

const Settings = z.object({
  DATABASE_URL: z.string().refine(isPostgresAddress).optional(),
  PORT: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(65535)).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .refine(value => !value.includes('\0'))
    .optional(),
  PUBLIC_URL: z.string().refine(isOrigin).transform(toOrigin).optional(),
  SMTP_URL: z.string().refine(isSmtpAddress).optional(),
  IMAP_URL: z.string().refine(isImapAddress).optional(),
  MAIL_FROM: z.string().refine(isSender).default('Evidence portal <portal@localhost>'),
  DEMO: onOff.default(true),
  WORKER: onOff.default(true),
  TRUSTED_PROXIES: z
    .string()
    .transform(value => value.split(',').map(part => part.trim()))
    .refine(parts => parts.every(isAddressOrRange))
    .default([]),
  SESSION_SECRET: z.string().min(32).optional(),
  S3_ENDPOINT: z.string().refine(isOrigin).transform(toOrigin).optional(),
  S3_REGION: z
    .string()
    .regex(/^[\w-]+$/)
    .default('us-east-1'),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  S3_FORCE_PATH_STYLE: onOff.default(true),
  CLAMD_URL: z.string().refine(isClamdAddress).optional(),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
})

type SettingName = keyof typeof Settings.shape

/** What each setting must be, in words that end a sentence, and an example to copy. */
const advice: Record<SettingName, { rule: string; example: string; secret?: true }> = {
  DATABASE_URL: {
    rule: 'must begin with postgresql:// and name a server and a database',
    example: 'postgresql://portal:secret@localhost:5432/portal',
    secret: true,
  },
  PORT: { rule: 'must be a whole number from 0 to 65535', example: '3000' },
  HOST: { rule: 'must be an address or a name of this machine', example: '127.0.0.1' },
  DATA_DIR: { rule: 'must be the path of a folder', example: '/var/lib/evidence-portal' },
  PUBLIC_URL: {
    rule: 'must begin with http:// or https:// and have nothing after the name of the site',
    example: 'https://evidence.example.org',
    secret: true,
  },
  SMTP_URL: {
    rule: 'must begin with smtp:// or smtps:// and name a mail server',
    example: 'smtps://portal:secret@mail.example.org:465',
    secret: true,
  },
  IMAP_URL: {
    rule: 'must begin with imaps:// or imap:// and name an account, its password and a mail server',
    example: 'imaps://call%40example.org:secret@mail.example.org:993/INBOX',
    secret: true,
  },
  MAIL_FROM: {
    rule: 'must be an email address, with or without a name before it',
    example: '"Evidence portal <portal@example.org>"',
  },
  DEMO: { rule: 'must be on or off', example: 'off' },
  WORKER: { rule: 'must be on or off', example: 'off' },
  TRUSTED_PROXIES: {
    rule: 'must be IP addresses or ranges with commas between them',
    example: '10.0.0.1,192.168.0.0/16',
  },
  SESSION_SECRET: {
    rule: 'must have 32 characters or more',
    example: '$(openssl rand -hex 32)',
    secret: true,
  },
  S3_ENDPOINT: {
    rule: 'must begin with http:// or https:// and have nothing after the name of the server',
    example: 'https://s3.eu-west-2.amazonaws.com',
    secret: true,
  },
  S3_REGION: { rule: 'must be the name of a region', example: 'eu-west-2' },
  S3_BUCKET: { rule: 'must be the name of a bucket', example: 'evidence-files' },
  S3_ACCESS_KEY: { rule: 'must be set', example: 'AKIA0123456789EXAMPLE', secret: true },
  S3_SECRET_KEY: { rule: 'must be set', example: '$(cat s3.secret)', secret: true },
  S3_FORCE_PATH_STYLE: { rule: 'must be on or off', example: 'on' },
  CLAMD_URL: {
    rule: 'must begin with tcp:// and name a server and a port, or with unix: and name a socket',
    example: 'tcp://127.0.0.1:3310',
  },
  NODE_ENV: { rule: 'must be development, production or test', example: 'production' },
}

/** The names of all settings, as they stand in the environment. */
export const settingNames: readonly SettingName[] = Settings.keyof().options

/**
 * The portal's settings. What is optional and unset is `undefined`; `demo` and `worker` are true for "on";
 * `publicUrl` is an origin without a slash at its end; `trustedProxies` holds addresses and ranges (CIDR); `s3` is there
 * where files are kept in such a store.
 */
export type Env = ReturnType<typeof readEnv>

/**
 * Reads the settings from `source` and touches nothing else. An empty value counts as unset.
 * Throws an `Error` whose message is one sentence: the setting, what is wrong with it, and an example.
 */
export function readEnv(source: Record<string, string | undefined>) {
  const given: Partial<Record<SettingName, string>> = {}
  for (const name of settingNames) {
    const value = source[name]?.trim()
    if (value) given[name] = value
  }
  const parsed = Settings.safeParse(given)
  if (!parsed.success) throw new Error(sentenceFor(parsed.error.issues[0]?.path[0], given))
  const settings = parsed.data
  return {
    databaseUrl: settings.DATABASE_URL,
    port: settings.PORT,
    host: settings.HOST,
    dataDir: settings.DATA_DIR,
    publicUrl: settings.PUBLIC_URL,
    smtpUrl: settings.SMTP_URL,
    imapUrl: settings.IMAP_URL,
    mailFrom: settings.MAIL_FROM,
    demo: settings.DEMO,
    worker: settings.WORKER,
    trustedProxies: settings.TRUSTED_PROXIES,
    sessionSecret: settings.SESSION_SECRET,
    s3: storeOf(settings, given),
    clamdUrl: settings.CLAMD_URL,
    nodeEnv: settings.NODE_ENV,
  }
}

const s3Names = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const

function storeOf(settings: z.infer<typeof Settings>, given: Partial<Record<SettingName, string>>) {
  const named = settingNames.find(name => name.startsWith('S3_') && given[name])
  if (!named) return undefined
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey } = settings
  if (endpoint && bucket && accessKey && secretKey)
    return {
      endpoint,
      bucket,
      accessKey,
      secretKey,
      region: settings.S3_REGION,
      pathStyle: settings.S3_FORCE_PATH_STYLE,
    }
  const missing = s3Names.find(name => !given[name]) ?? 'S3_BUCKET'
  throw new Error(
    `${missing} must be set where ${named} is, for example ${missing}=${advice[missing].example}: files go to an S3 store only when all of ${s3Names.join(', ')} are set.`,
  )
}

function sentenceFor(name: PropertyKey | undefined, given: Partial<Record<SettingName, string>>): string {
  const setting = settingNames.find(known => known === name)
  if (!setting) return 'The settings could not be read.'
  const { rule, example, secret } = advice[setting]
  const found = secret ? setting : `${setting} is ${JSON.stringify(given[setting])}: it`
  return `${found} ${rule}, for example ${setting}=${example}.`
}

let kept: Env | undefined

/** The settings of this process: `process.env`, read once and kept. Throws as `readEnv` does. */
export function env(): Env {
  kept ??= readEnv(process.env)
  return kept
}

/** Tells the whole process, and what it starts, which database to use: the one that start-up found or started. */
export function settleDatabase(url: string): void {
  process.env.DATABASE_URL = url
  kept = undefined
}

/**
 * The environment for a program that is not ours, such as PostgreSQL: what the system needs to find itself, and none
 * of our settings, secrets or the `PG…` variables that would change what the program does.
 */
export function systemEnvironment(changes: Record<string, string> = {}): NodeJS.ProcessEnv {
  const passed: NodeJS.ProcessEnv = { NODE_ENV: env().nodeEnv }
  for (const name of ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'windir', 'ComSpec', 'PATHEXT']) {
    const value = process.env[name]
    if (value !== undefined) passed[name] = value
  }
  return { ...passed, ...changes }
}

function toUrl(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined
}

function isPostgresAddress(value: string): boolean {
  const url = toUrl(value)
  if (!url || !['postgresql:', 'postgres:'].includes(url.protocol)) return false
  return (url.hostname !== '' || url.searchParams.has('host')) && url.pathname.length > 1
}

function isSmtpAddress(value: string): boolean {
  const url = toUrl(value)
  return url !== undefined && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== ''
}

function isClamdAddress(value: string): boolean {
  if (value.startsWith('unix:')) return value.startsWith('unix:/')
  return /^tcp:\/\/(?:[\w.-]+|\[[0-9a-f:.]+\]):\d{1,5}$/i.test(value)
}

function isImapAddress(value: string): boolean {
  const url = toUrl(value)
  if (!url || !['imap:', 'imaps:'].includes(url.protocol)) return false
  return [url.hostname, url.username, url.password].every(part => part !== '')
}

function isOrigin(value: string): boolean {
  const url = toUrl(value)
  if (!url || !['http:', 'https:'].includes(url.protocol)) return false
  return url.username === '' && url.password === '' && url.href === `${url.origin}/`
}

function toOrigin(value: string): string {
  return toUrl(value)?.origin ?? value
}

function isSender(value: string): boolean {
  const address = /^[^<>\r\n]*<([^<>]+)>$/.exec(value)?.[1] ?? value
  return /^[^\s<>@,;"]+@[^\s<>@,;"]+$/.test(address)
}

function isAddressOrRange(value: string): boolean {
  const [address = '', bits, ...rest] = value.split('/')
  const family = net.isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}
