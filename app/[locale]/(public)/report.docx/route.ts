import { answerWithReport } from '@/app/[locale]/(public)/report/report-file'

/** The report as a DOCX to work on: its newest edition, or the one that `?edition=` names. */
export const GET = (request: Request) => answerWithReport(request, 'docx')
