#!/usr/bin/env node
/**
 * Stands in for Prisma's schema engine, a program that Prisma's commands would download at first use. It answers the
 * same JSON-RPC on standard input and output with the same engine compiled to WebAssembly, so that the ordinary Prisma
 * works without the internet: point `PRISMA_SCHEMA_ENGINE_BINARY` at this file, as `scripts/prisma.ts` does. Written in
 * JavaScript because Prisma starts it by itself, without a loader for TypeScript.
 */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import readline from 'node:readline'
import { parseArgs } from 'node:util'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const { values: options, positionals } = parseArgs({
  options: {
    datamodels: { type: 'string', multiple: true, default: [] },
    datasource: { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
    version: { type: 'boolean' },
  },
  allowPositionals: true,
  strict: false,
})
/** @type {{ url?: string, shadowDatabaseUrl?: string }} */
const datasource = options.datasource ? JSON.parse(options.datasource) : {}

// The engine notes here why it gave up; its exception says only that it did.
let panic = ''
globalThis.PRISMA_WASM_PANIC_REGISTRY = { get: () => panic, set_message: message => (panic = message) }

/** Prisma reads what goes wrong as lines of JSON. */
function logLine(level, message, code) {
  const fields = { message, ...(code ? { error_code: code, is_panic: false } : {}) }
  const line = { timestamp: new Date().toISOString(), level, target: 'schema_engine::logger', fields }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}

function giveUp(error) {
  logLine('ERROR', panic || error?.stack || String(error))
  process.exit(panic ? 101 : 1)
}
process.on('uncaughtException', giveUp)
process.on('unhandledRejection', giveUp)

// ─── connections

/** Takes an address apart, because a connection string would win over `database`, and `schema` in it is Prisma's own. */
function connectionOf(url) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const sslmode = searchParams.get('sslmode') ?? ''
  const encrypted = ['require', 'verify-ca', 'verify-full'].includes(sslmode)
  return {
    host: searchParams.get('host') ?? hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || 'postgres',
    ...(encrypted ? { ssl: { rejectUnauthorized: sslmode !== 'require' } } : {}),
    max: 1,
  }
}

function schemaOf(url) {
  return new URL(url).searchParams.get('schema') ?? 'public'
}

async function runOnce(connection, sql) {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

const charType = 18
const textType = 25

/** Adds what adapter-pg lacks for migrations: the catalogue's type "char", and scripts whose bodies hold semicolons. */
function mend(connection) {
  const performIO = connection.performIO.bind(connection)
  const queryRaw = connection.queryRaw.bind(connection)
  connection.performIO = async query => {
    const { rows, rowCount, fields } = await performIO(query)
    query.charColumns = fields?.flatMap((field, index) => (field.dataTypeID === charType ? [index] : [])) ?? []
    const known = fields?.map(({ name, dataTypeID }) => ({
      name,
      dataTypeID: dataTypeID === charType ? textType : dataTypeID,
    }))
    return { rows, rowCount, fields: known }
  }
  connection.queryRaw = async query => {
    const own = { ...query }
    const result = await queryRaw(own)
    for (const index of own.charColumns) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  connection.executeScript = async sql => {
    try {
      await connection.underlyingDriver().query(sql)
    } catch (error) {
      connection.onError(error)
    }
  }
  return connection
}

/** How to drop each shadow database that the request under way made: the engine itself never lets go of one. */
const shadowDrops = []

async function dropShadows() {
  for (const drop of shadowDrops.splice(0)) await drop()
}

class Connections extends PrismaPg {
  constructor(url, shadowUrl) {
    super(connectionOf(url), { schema: schemaOf(url) })
    this.url = url
    this.shadowUrl = shadowUrl
  }

  async connect() {
    return mend(await super.connect())
  }

  async connectToShadowDb() {
    const schema = schemaOf(this.url)
    if (this.shadowUrl) return mend(await new PrismaPg(connectionOf(this.shadowUrl), { schema }).connect())
    const base = connectionOf(this.url)
    const database = `prisma_migrate_shadow_db_${randomUUID()}`
    await runOnce(base, `CREATE DATABASE "${database}" TEMPLATE template0`)
    const connection = mend(await new PrismaPg({ ...base, database }, { schema }).connect())
    connection.underlyingDriver().on('error', () => {})
    shadowDrops.push(async () => {
      await connection.dispose().catch(() => {})
      await runOnce(base, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`)
    })
    return connection
  }
}

async function createDatabase(url) {
  const connection = connectionOf(url)
  const name = connection.database.replaceAll('"', '""')
  await runOnce({ ...connection, database: 'postgres' }, `CREATE DATABASE "${name}"`)
  return { databaseName: connection.database }
}

// ─── commands that Prisma gives as arguments

const codes = {
  '3D000': 'P1003',
  '28P01': 'P1000',
  28000: 'P1010',
  ECONNREFUSED: 'P1001',
  ENOTFOUND: 'P1001',
  ETIMEDOUT: 'P1008',
}

async function obey(command) {
  try {
    if (command === 'can-connect-to-database') await runOnce(connectionOf(datasource.url), 'SELECT 1')
    else if (command === 'create-database') await createDatabase(datasource.url)
    else throw new Error(`The schema engine knows no command ${command}.`)
  } catch (error) {
    process.stderr.write('\n')
    logLine('ERROR', error.message || String(error), codes[error.code] ?? 'P1000')
    process.exit(1)
  }
}

// ─── requests that Prisma writes to standard input

async function loadEngine() {
  const find = createRequire(import.meta.url)
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = find.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm')
  const compiled = new WebAssembly.Module(fs.readFileSync(file))
  const instance = new WebAssembly.Instance(compiled, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const datamodels = options.datamodels.map(path => [path, fs.readFileSync(path, 'utf8')])
  const nowhere = 'postgresql://unset:unset@127.0.0.1:1/unset'
  const connections = new Connections(datasource.url ?? nowhere, datasource.shadowDatabaseUrl)
  return glue.SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(connections),
  )
}

let engine
let printed = 0

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

async function answer({ method, params }) {
  if (method === 'createDatabase') return createDatabase(params?.datasource?.url ?? datasource.url)
  engine ??= await loadEngine()
  const name = method === 'getDatabaseVersion' ? 'version' : method
  if (typeof engine[name] !== 'function') throw new Error(`The schema engine has no method ${name}.`)
  if (name === 'evaluateDataLoss') {
    // it makes no shadow database itself, and knows what the migrations make only from a diagnosis just before
    await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
  }
  const result = await engine[name](params ?? undefined)
  if (name === 'diff' && result?.stdout != null) {
    send({ id: ++printed, method: 'print', params: { content: result.stdout } })
  }
  return result ?? null
}

async function handle(request) {
  if (!request.method) return // Prisma's answer to a "print" of ours
  let reply
  try {
    reply = { result: await answer(request) }
  } catch (error) {
    const message = panic || (error?.message ?? String(error))
    const data = { is_panic: false, message, error_code: error?.code, meta: error?.meta }
    reply = { error: { code: 4466, message: 'An error happened. Check the data field for details.', data } }
  }
  // Prisma ends this process as soon as it has its reply, so the clearing up comes first
  await dropShadows().catch(error => logLine('WARN', error.message))
  send({ id: request.id, ...reply })
}

if (options.version) console.log('schema-engine-cli wasm')
else if (positionals[0] === 'cli') await obey(positionals[1])
else {
  const requests = readline.createInterface({ input: process.stdin, crlfDelay: Infinity })
  let queue = Promise.resolve()
  requests.on('line', line => {
    if (line.trim()) queue = queue.then(() => handle(JSON.parse(line)))
  })
  requests.on('close', () => queue.then(() => process.exit(0)))
}
