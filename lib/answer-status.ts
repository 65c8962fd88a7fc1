// A page of Next answers 200, 404 or 500 and nothing else, and a 404 of its own is blank without script. So whoever
// knows the true status notes it under the request's id, and the door answers with it. The door and Next's own modules
// are loaded apart; what both must know lies in one place of the process.
const shared = globalThis as typeof globalThis & { portalStatuses?: Map<string, number> }

const mostNotes = 10_000

/** Notes the status that the request of this id (`x-portal-request`) is to be answered with. */
export function noteStatus(request: string, status: number): void {
  const notes = (shared.portalStatuses ??= new Map<string, number>())
  if (!request) return
  // Of a client that hung up before its answer began, the note is never taken: the oldest make room.
  for (const oldest of notes.keys()) {
    if (notes.size < mostNotes) break
    notes.delete(oldest)
  }
  notes.set(request, status)
}

/** The status noted for a request, or null. Asked once, when the head is written: the note is forgotten. */
export function takeNotedStatus(request: string): number | null {
  const status = shared.portalStatuses?.get(request)
  shared.portalStatuses?.delete(request)
  return status ?? null
}
