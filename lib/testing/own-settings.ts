import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll } from 'vitest'
import { settingNames } from '@/lib/env'
import { testingFolder } from './testing-folder'

// What the developer's own shell sets must not change what the tests see, and their files must not meet real ones.
const folder = path.join(testingFolder(), `files-${randomBytes(4).toString('hex')}`)
for (const name of settingNames) if (name !== 'NODE_ENV') Reflect.deleteProperty(process.env, name)
process.env.DATA_DIR = folder

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
