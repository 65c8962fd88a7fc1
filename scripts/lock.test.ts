import { describe, expect, test } from 'vitest'

import { completed, faultsOf, floors, isBelow, readLock } from './lock'

describe('the lock file', () => {
  test('has no fault', () => {
    expect(faultsOf(readLock())).toEqual([])
  })

  test.each(Object.keys(floors))('is refused with %s below its floor', name => {
    const lock = readLock()
    lock.packages[`node_modules/${name}`] = { version: '0.0.1' }
    expect(faultsOf(lock).join()).toContain(`${name} 0.0.1`)
  })

  test('is refused when a floor is broken in a nested place', () => {
    const lock = readLock()
    lock.packages['node_modules/next-auth/node_modules/nodemailer'] = { version: '7.0.7' }
    expect(faultsOf(lock).join()).toContain('nodemailer 7.0.7')
  })

  test('is refused with an install script that nobody allowed', () => {
    const lock = readLock()
    lock.packages['node_modules/stranger'] = { version: '1.0.0', hasInstallScript: true }
    expect(faultsOf(lock).join()).toContain('stranger')
  })

  test('is refused with a platform left out, and completed', () => {
    const lock = readLock()
    delete lock.packages['node_modules/@next/swc-darwin-arm64']
    expect(faultsOf(lock).join()).toContain('@next/swc-darwin-arm64')
    const whole = completed(lock)
    expect(faultsOf(whole)).toEqual([])
    expect(whole.packages['node_modules/@next/swc-darwin-arm64']).toMatchObject({
      optional: true,
      os: ['darwin'],
      cpu: ['arm64'],
    })
  })

  test.each([
    ['16.3.2', '16.3.3', true],
    ['16.3.3', '16.3.3', false],
    ['16.4.0', '16.3.3', false],
    ['9.10.0', '16.3.3', true],
    ['16.3.3-canary.1', '16.3.3', true],
  ])('%s below %s: %s', (version, floor, below) => {
    expect(isBelow(version, floor)).toBe(below)
  })
})
