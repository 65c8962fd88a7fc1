/**
 * Whoever reads what a process says may be gone before it is: a pipe that ended, a terminal that was closed. What can't be
 * said then is left unsaid. Without this, saying that it could not be said fails too, and so on for ever.
 */
export function outliveUnreadLog(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
