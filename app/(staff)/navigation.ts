import type { NavLink } from '@/components/site/nav-links'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'

/** The pages that the viewer may open, in the groups of the navigation. A group without pages is left out. */
export function navigationFor(viewer: Viewer): { label: string; links: NavLink[] }[] {
  const offer = (allowed: boolean, href: string, label: string): NavLink[] => (allowed ? [{ href, label }] : [])
  const groups = [
    {
      label: 'Work',
      links: [
        ...offer(may(viewer, 'enterWorkspace'), '/workspace', 'My work').map(link => ({ ...link, alone: true })),
        ...offer(may(viewer, 'listSubmissions'), '/workspace/submissions', 'Submissions'),
        ...offer(may(viewer, 'listSubmissions'), '/workspace/passages', 'Passages'),
        ...offer(may(viewer, 'listSubmissions'), '/workspace/grid', 'Grid'),
        ...offer(may(viewer, 'workIntake'), '/workspace/intake', 'Intake'),
        ...offer(may(viewer, 'listFollowUps'), '/workspace/follow-ups', 'Follow-ups'),
        ...offer(may(viewer, 'readCodebook'), '/workspace/codebook', 'Codebook'),
        ...offer(may(viewer, 'readAgreement'), '/workspace/agreement', 'Agreement'),
        ...offer(may(viewer, 'readAnalysis'), '/workspace/analysis', 'Analysis'),
        ...offer(may(viewer, 'listCaseStudies'), '/workspace/case-studies', 'Case studies'),
        ...offer(may(viewer, 'readReport'), '/workspace/report', 'Report'),
        ...offer(may(viewer, 'exchangeProjects'), '/workspace/exchange', 'Exchange'),
        ...offer(may(viewer, 'readLibrary'), '/library', 'Library'),
      ],
    },
    {
      label: 'Running the portal',
      links: [
        ...offer(may(viewer, 'editCall'), '/workspace/call', 'The call'),
        ...offer(may(viewer, 'readMail'), '/workspace/mail', 'Mail'),
        ...offer(may(viewer, 'managePeople'), '/workspace/people', 'People'),
        ...offer(may(viewer, 'readAudit'), '/workspace/audit', 'Audit'),
      ],
    },
  ]
  return groups.filter(group => group.links.length > 0)
}
