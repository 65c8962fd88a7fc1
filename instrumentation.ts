import type { Instrumentation } from 'next'

/** Each unexpected fault goes into the log with the id that its page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // This file is built for other runtimes too, which the portal does not use and which have no standard error.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logFault } = await import('@/lib/fault')
  const asked = request.headers['x-portal-request']
  logFault(error, {
    request: typeof asked === 'string' ? asked : '',
    method: request.method,
    route: context.routePath,
    kind: context.routeType,
  })
}
