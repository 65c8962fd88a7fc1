/** How often a code is used, as it follows its name. */
export function used(uses = 0): string {
  if (uses === 0) return 'not used yet'
  return uses === 1 ? 'used once' : `used ${uses.toLocaleString('en-GB')} times`
}
