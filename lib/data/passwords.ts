import { randomBytes } from 'node:crypto'

import { hash, verify } from '@node-rs/argon2'

// Argon2id with OWASP's first choice of parameters: 19 MiB, two passes, one lane
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash of a password as the database keeps it. Letters that look the same count as the same (NFKC). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

let decoy: Promise<string> | undefined

/** Whether the password is the one that was hashed. Without a hash the answer is no, after the same work. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(32).toString('base64url'))
  const matches = await verify(passwordHash ?? (await decoy), password.normalize('NFKC'))
  return matches && passwordHash !== undefined
}

/** A password by chance, of 100 bits: twenty letters and digits in groups of five that can be read out. */
export function generatePassword(): string {
  const letters = Array.from(randomBytes(20), byte => '0123456789abcdefghjkmnpqrstvwxyz'.charAt(byte % 32)).join('')
  return letters.replace(/.{5}(?=.)/g, '$&-')
}
