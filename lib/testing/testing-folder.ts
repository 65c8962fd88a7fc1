import path from 'node:path'
import { chooseDataDir, isRoot, projectRoot } from '@/lib/postgres/data-dir'

/** Where tests keep what they need: beside the portal's own data of this project, never in it. */
export function testingFolder(): string {
  return path.join(chooseDataDir({ chosen: undefined, root: projectRoot(), asRoot: isRoot() }), 'testing')
}
