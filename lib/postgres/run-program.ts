import { spawn } from 'node:child_process'
import { systemEnvironment } from '@/lib/env'
import type { ServerAccount } from './server-account'

/** The environment of PostgreSQL's programs: messages in English, times in UTC. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return systemEnvironment({ LC_ALL: 'C', LANG: 'C', TZ: 'UTC' })
}

/**
 * Runs one of PostgreSQL's programs to its end. `ok` is whether it ended well; `output` is all that it wrote. Never
 * throws: a program that can't be started is one that did not end well.
 */
export function runProgram(
  program: string,
  args: string[],
  options: ServerAccount & { input?: string } = {},
): Promise<{ ok: boolean; output: string }> {
  const { input = '', ...account } = options
  return new Promise(resolve => {
    let output = ''
    const child = spawn(program, args, { ...account, cwd: '/', env: serverEnvironment(), windowsHide: true })
    child.stdout.on('data', part => (output += String(part)))
    child.stderr.on('data', part => (output += String(part)))
    child.stdin.on('error', () => {}) // it ended before it read everything
    child.on('error', error => resolve({ ok: false, output: error.message }))
    child.on('close', code => resolve({ ok: code === 0, output: output.trim() }))
    child.stdin.end(input)
  })
}
