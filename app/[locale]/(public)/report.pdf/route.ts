import { answerWithReport } from '@/app/[locale]/(public)/report/report-file'

/** The report as a tagged PDF: its newest edition, or the one that `?edition=` names. */
export const GET = (request: Request) => answerWithReport(request, 'pdf')
