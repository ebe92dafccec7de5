import type { Report } from './report.ts'
export const reportPage = (_report: Report): string => ''
