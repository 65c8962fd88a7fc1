/**
 * Where an action that leads elsewhere leads: the framework throws in the browser what says so in its digest, such as
 * `NEXT_REDIRECT;push;/workspace;307;`. Null for any other fault.
 */
export function whereTo(fault: unknown): string | null {
  if (!(fault instanceof Error) || !('digest' in fault)) return null
  const [sign, , ...rest] = String(fault.digest).split(';')
  return sign === 'NEXT_REDIRECT' && rest.length > 2 ? rest.slice(0, -2).join(';') : null
}

const glance = 500 // ms
const patience = 12 // glances

/**
 * Takes people where an action leads them, if the framework does not. On a busy machine it now and then has the next
 * page and never shows it (vercel/next.js#98303, #96295): who has not left for some seconds goes there by a plain load.
 */
export function seeArrived(fault: unknown): void {
  const target = whereTo(fault)
  const from = window.location.href
  if (target === null || new URL(target, from).href === from) return
  let glances = 0
  const watch = setInterval(() => {
    glances += 1
    const left = window.location.href !== from
    if (left || glances === patience) clearInterval(watch)
    if (!left && glances === patience) window.location.assign(target)
  }, glance)
}
