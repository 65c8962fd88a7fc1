import call from './en/call.json'
import data from './en/data.json'
import evidence from './en/evidence.json'
import fault from './en/fault.json'
import gallery from './en/gallery.json'
import mail from './en/mail.json'
import press from './en/press.json'
import report from './en/report.json'
import site from './en/site.json'
import standing from './en/standing.json'
import submit from './en/submit.json'

/** Every word of the public side in English, one file for each area. A new area is a file and a line here. */
export const en = { call, data, evidence, fault, gallery, mail, press, report, site, standing, submit }
