import { isUnsaved } from '@/components/ui/unsaved'

export const caseStudyFormId = 'case-study'

/** Whether the text is being edited on this page and differs from what is saved. */
export function textIsUnsaved(): boolean {
  const form = document.getElementById(caseStudyFormId)
  return form instanceof HTMLFormElement && isUnsaved(form)
}
