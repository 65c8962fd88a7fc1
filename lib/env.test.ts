import { describe, expect, test } from 'vitest'
import { readEnv } from './env'

test('everything has a default or may be unset, and an empty value is no value', () => {
  const unset = {
    databaseUrl: undefined,
    port: 3000,
    host: '127.0.0.1',
    dataDir: undefined,
    publicUrl: undefined,
    smtpUrl: undefined,
    imapUrl: undefined,
    mailFrom: 'Evidence portal <portal@localhost>',
    demo: true,
    worker: true,
    trustedProxies: [],
    sessionSecret: undefined,
    s3: undefined,
    clamdUrl: undefined,
    nodeEnv: 'development',
  }
  expect(readEnv({})).toEqual(unset)
  expect(readEnv({ DATABASE_URL: '', PORT: '', HOST: ' ', DEMO: '', TRUSTED_PROXIES: '', NODE_ENV: '' })).toEqual(unset)
})

describe('what is set is read', () => {
  test.each([
    ['DATABASE_URL', 'postgresql://me:secret@db.example:5432/portal', 'databaseUrl'],
    ['DATABASE_URL', 'postgres://db.example/portal', 'databaseUrl'],
    ['DATABASE_URL', 'postgresql:///portal?host=/run/postgresql', 'databaseUrl'],
    ['PORT', '0', 'port', 0],
    ['PORT', '65535', 'port', 65535],
    ['HOST', '::1', 'host'],
    ['HOST', '0.0.0.0', 'host'],
    ['DATA_DIR', 'some/where', 'dataDir'],
    ['PUBLIC_URL', 'https://Evidence.example/', 'publicUrl', 'https://evidence.example'],
    ['PUBLIC_URL', 'http://localhost:3000', 'publicUrl'],
    ['SMTP_URL', 'smtp://localhost:2525', 'smtpUrl'],
    ['SMTP_URL', 'smtps://me:secret@mail.example', 'smtpUrl'],
    ['IMAP_URL', 'imaps://me%40example.org:secret@mail.example/INBOX', 'imapUrl'],
    ['MAIL_FROM', 'portal@example.org', 'mailFrom'],
    ['MAIL_FROM', 'The call <call@example.org>', 'mailFrom'],
    ['DEMO', 'off', 'demo', false],
    ['WORKER', 'off', 'worker', false],
    ['TRUSTED_PROXIES', '10.0.0.1, 192.168.0.0/16,::1,fd00::/8', 'trustedProxies', ['10.0.0.1', '192.168.0.0/16', '::1', 'fd00::/8']], // prettier-ignore
    ['SESSION_SECRET', 's'.repeat(32), 'sessionSecret'],
    ['CLAMD_URL', 'tcp://127.0.0.1:3310', 'clamdUrl'],
    ['CLAMD_URL', 'tcp://[::1]:3310', 'clamdUrl'],
    ['CLAMD_URL', 'unix:/run/clamav/clamd.ctl', 'clamdUrl'],
    ['NODE_ENV', 'production', 'nodeEnv'],
  ] as const)('%s=%s', (name, value, key, expected: unknown = value) => {
    expect(readEnv({ [name]: value })[key]).toEqual(expected)
  })
})

describe('what is wrong is named in a sentence with an example', () => {
  test.each([
    ['DATABASE_URL', 'mysql://db.example/portal'],
    ['DATABASE_URL', 'postgresql://db.example'],
    ['DATABASE_URL', 'db.example/portal'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '3e3'],
    ['PORT', 'three'],
    ['HOST', 'http://localhost'],
    ['DATA_DIR', 'a\0b'],
    ['PUBLIC_URL', 'evidence.example'],
    ['PUBLIC_URL', 'https://evidence.example/portal'],
    ['PUBLIC_URL', 'https://me:secret@evidence.example'],
    ['PUBLIC_URL', 'ftp://evidence.example'],
    ['SMTP_URL', 'mail.example:25'],
    ['SMTP_URL', 'http://mail.example'],
    ['IMAP_URL', 'imaps://mail.example/INBOX'],
    ['IMAP_URL', 'pop3://me:secret@mail.example'],
    ['MAIL_FROM', 'nobody'],
    ['MAIL_FROM', 'A\r\nBcc: b@example.org <a@example.org>'],
    ['DEMO', 'yes'],
    ['WORKER', 'ON'],
    ['TRUSTED_PROXIES', '10.0.0.1,proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '10.0.0.1,'],
    ['TRUSTED_PROXIES', '10.0.0.0/8/8'],
    ['SESSION_SECRET', 's'.repeat(31)],
    ['S3_ENDPOINT', 's3.example.org'],
    ['S3_ENDPOINT', 'https://s3.example.org/bucket'],
    ['S3_BUCKET', 'Evidence Files'],
    ['S3_REGION', 'eu west'],
    ['S3_FORCE_PATH_STYLE', 'yes'],
    ['CLAMD_URL', '127.0.0.1:3310'],
    ['CLAMD_URL', 'tcp://127.0.0.1'],
    ['CLAMD_URL', 'unix:clamd.ctl'],
    ['NODE_ENV', 'staging'],
  ])('%s=%s', (name, value) => {
    const sentence = new RegExp(`^${name} [^\\r\\n]* for example ${name}=.+\\.$`, 's')
    expect(() => readEnv({ [name]: value })).toThrow(sentence)
  })

  test('a value that is not secret is repeated', () => {
    expect(() => readEnv({ PORT: 'three' })).toThrow(
      'PORT is "three": it must be a whole number from 0 to 65535, for example PORT=3000.',
    )
  })

  test.each(['DATABASE_URL', 'SMTP_URL', 'IMAP_URL', 'SESSION_SECRET', 'PUBLIC_URL'])('%s is never repeated', name => {
    expect(() => readEnv({ [name]: 'http://me:canary@x.example' })).toThrow(expect.not.stringContaining('canary'))
  })
})

describe('an S3 store needs all of its settings', () => {
  const whole = {
    S3_ENDPOINT: 'https://s3.example.org',
    S3_BUCKET: 'evidence',
    S3_ACCESS_KEY: 'key',
    S3_SECRET_KEY: 'secret',
  }

  test('with them files go there', () => {
    expect(readEnv(whole).s3).toEqual({
      endpoint: 'https://s3.example.org',
      bucket: 'evidence',
      accessKey: 'key',
      secretKey: 'secret',
      region: 'us-east-1',
      pathStyle: true,
    })
    expect(readEnv({ ...whole, S3_REGION: 'eu-west-2', S3_FORCE_PATH_STYLE: 'off' }).s3).toMatchObject({
      region: 'eu-west-2',
      pathStyle: false,
    })
  })

  test.each(Object.keys(whole))('without %s the start stops', name => {
    expect(() => readEnv({ ...whole, [name]: '' })).toThrow(new RegExp(`^${name} must be set where S3_\\w+ is, `))
  })

  test('a region alone is not enough', () => {
    expect(() => readEnv({ S3_REGION: 'eu-west-2' })).toThrow('S3_ENDPOINT must be set where S3_REGION is')
  })
})
