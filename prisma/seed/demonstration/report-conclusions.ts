import type { ReportFacts } from '@/prisma/seed/report-facts'
import { bullets, chart, heading, numbers, paragraph, quotes, type DraftSection } from './report-sections'

const [lead, wolverhampton, bvsc, coventry] = ['lead@wlv.example', 'researcher@wlv.example', 'researcher@bvsc.example', 'researcher@coventry.example'] // prettier-ignore

/** What follows from what was heard, and the appendices. */
export const conclusions = (facts: ReportFacts): DraftSection[] => [
  {
    key: 'reached',
    title: 'Who was reached, and who was not',
    by: bvsc,
    body: [
      paragraph(
        `Respondents were asked what difference they made. Some also name those whom they did not reach or whom they lost, which nobody had asked. This section is about them.`,
      ),
      heading('Online'),
      paragraph(
        `Devices, data and skills are a subject of ${facts.about('Digital inclusion')} settled responses. All of them describe somebody who was left out when a service moved online. In two blocks of flats a tenant asked:`,
      ),
      quotes('flats-offline'),
      paragraph(
        `Others drove a signal to where there was none,{study:upper-teme-wheels} or gave up on the screen and planned by telephone.{study:kitchen-table-recovery-plan} The game in which young people built a park reached many whom the old forum never had, and lost some of the old ones; the workers know which.{study:a-park-built-twice}`,
      ),
      heading('A full room that is not the place'),
      paragraph(
        `A parish clerk whose meetings had grown from three members of the public to sixty looked down the list of names:`,
      ),
      quotes('not-the-parish'),
      paragraph(
        `The clerk’s advice is one that any consultation could take.{passage:by-lane} That response is still being coded, so it is in the figures of responses read so far and in none of the settled ones.`,
      ),
      heading('Volunteers'),
      paragraph(
        `A review of studies from across the country found volunteers to be more often women, of working age and highly educated, and found local knowledge and trust to matter most {work:mao}. Our evidence cannot confirm the first, for the call did not ask who volunteered. It supports the second. One response reports an appeal that brought far more people than there was work for.{passage:demand-first}`,
      ),
    ],
  },
  {
    key: 'needed',
    title: 'What it needed',
    by: coventry,
    body: [
      paragraph(
        `Four conditions that responses name are counted in {chart:conditions}. Which subjects stand in the same responses is shown in {chart:together}.`,
      ),
      chart('conditions', 'Four codes that can stand beside any subject.'),
      heading('People who knew each other'),
      paragraph(
        `Trust comes first, in ${facts.about('Trust and relationships')} of ${facts.settled}. Respondents often trace it to ties that were older than the pandemic, and one tells what happens where there are none.{passage:no-answer} Mutual aid groups elsewhere in England did better where such ties were strong, and where councils made room for them {work:tiratelli-kaye}; another study finds that existing groups and enterprises turned to the same work {work:benton-power}.`,
      ),
      heading('Money without lines'),
      paragraph(
        `Money is a subject of ${facts.about('Funding')} settled responses. A funder told a group of young people who had left care to take the lines out of a grant and to spend it on what was needed; a panel of them did, and chose curtains.{study:a-grant-without-lines} The opposite is told as well. What had been topped up came to an end while the need went on:`,
      ),
      quotes('nursery-money'),
      paragraph(
        `And some of what looked free was paid by one person. A village shop that took on the errands of five public bodies ran on hours that nobody paid for.{passage:sixty-hours} Its observer draws the conclusion:`,
      ),
      quotes('five-bodies'),
      heading('A council that made room'),
      paragraph(
        `Working with a local authority is a subject of ${facts.about('Partnership with the council')} settled responses, and they speak of it mostly well. What helped was small and quick: an email of two lines,{study:upper-teme-wheels} a licence of two pages.{passage:licence} With that licence a workshop opened in an empty shop within nine days, and sold more in six weeks than in its best year.{passage:takings}`,
      ),
      chart(
        'together',
        'In how many responses two subjects stand together. A subject is not set against its own parts.',
      ),
    ],
  },
  {
    key: 'in-the-way',
    title: 'What stood in the way',
    by: wolverhampton,
    body: [
      paragraph(
        `A rule that was loosened is told of in ${facts.about('Freedoms and flexibilities')} settled responses. Together with those still being read they point to three obstacles, none of which is the rule itself.`,
      ),
      ...bullets(
        `Nobody knew who could decide. The coordinator of a minibus scheme needed three permissions, and had them in a day once the right three people were found.{study:upper-teme-wheels} A shop manager wrote down what she was not allowed to do and telephoned about each.{passage:fourteen-lines} Most of it had only never been asked.`,
        `What was allowed was not written down for long. Families were told in writing that direct payments could be used flexibly; two months later a letter said that some purchases would be looked at again, and did not say which.{passage:stopped-spending}`,
        `Large employers had no door. A letter to a distribution park got an answer about noise.{passage:no-answer} A nursery that had kept a hospital’s cleaners at work was told that its proposal was being looked at.{passage:nursery-hours}`,
      ),
      paragraph(
        `Respondents do not ask for rules to go. Some of those who were given freedom made a rule of their own, after a mistake.{study:a-grant-without-lines}`,
      ),
    ],
  },
  {
    key: 'recommendations',
    title: 'What we recommend',
    by: lead,
    body: [
      paragraph(
        `The recommendations are the three teams’ own. Each names what it rests on. Few rest on more than two or three responses, and should be weighed accordingly.`,
      ),
      ...numbers(
        `Name who can say yes. For each permission that a community group may need in an emergency, publish a person and a deputy, with a telephone number ({section:in-the-way}).`,
        `Say when a freedom ends, and ask before it does. Write what is allowed, until when, and that nobody will be asked to pay back what was spent within it.{passage:stopped-spending}`,
        `Keep a line open by ordinary telephone wherever a service or a meeting moves online.{study:a-telephone-table}`,
        `Count who comes by where they live, and not only how many ({section:reached}). One response proposes how.{passage:by-lane}`,
        `Let small grants go without lines where the funder knows the group, and pay for shared counters together.{study:a-grant-without-lines}{passage:five-bodies}`,
        `Ask employers of people on shifts to share in childcare and transport at the hours that they set.{passage:nursery-hours}`,
        `Ask those who will use a thing before buying it, and buy with them.{study:personal-assistants-buying-club}{study:bobbin-lane-gowns}`,
      ),
      paragraph(
        `Before any of this is acted on, the gaps named in {section:not-heard} should be filled: the call is open, and the next edition will count what has come in since.`,
      ),
    ],
  },
  {
    key: 'method',
    title: 'How the evidence was gathered',
    kind: 'METHOD',
    by: lead,
    body: [
      paragraph(
        `Responses came by an online form, by mail, by telephone and on paper. Each respondent was asked whether and how what they sent may be published; passages are shown here as that answer allows, and what may identify a person is taken out of them.`,
      ),
      paragraph(
        `Researchers read each response and put codes on passages and on the whole ({section:codebook}). A response is settled when a lead has accepted one researcher’s coding or has joined two. The method is content analysis with a codebook that grew while it was used {work:krippendorff-2018}. Figures count settled responses unless they say that they count all read so far.`,
      ),
      paragraph(
        `From the responses ${facts.published} case studies had been written and published, each approved by the other teams. They are cited beside the passages.`,
      ),
    ],
  },
  {
    key: 'codebook',
    title: 'Codebook',
    kind: 'CODEBOOK',
    by: lead,
    body: [
      paragraph(
        `The first codes are the six themes of the call and its three lenses; others were added for what responses keep naming. One was defined anew while coding went on, and one was merged into another.`,
      ),
    ],
  },
  {
    key: 'agreement',
    title: 'Agreement between coders',
    kind: 'AGREEMENT',
    by: coventry,
    body: [
      paragraph(
        `Two people of different teams, who did not see each other’s work, have coded ${facts.compared} responses. The table compares what they gave before anything was settled. Krippendorff’s alpha allows for agreement by chance and for units of any length; it was chosen for the reasons given by its author {work:krippendorff-2004}.`,
      ),
      paragraph(
        `So few responses say little about any one code, and the intervals are wide. Agreement by sentence looks high for every code because most sentences have none; alpha and kappa are the figures to read. Where they are low, two people saw different things in the same words, and what this report says of that subject should be taken with care. Trust and relationships, on which {section:needed} leans, is among those whose interval is wide.`,
      ),
      paragraph(
        `A second check is whether a subject was found by one team only, which {chart:teams} shows. The responses were not dealt out at random, so teams may differ because what they read differs.`,
      ),
      chart('teams', 'A response counts for each team that gave it a code.'),
    ],
  },
  {
    key: 'submissions',
    title: 'Who responded',
    kind: 'SUBMISSIONS',
    by: bvsc,
    body: [
      paragraph(
        `Each name stands here because its organisation agreed to that. It can be taken back at any time, and is then taken out of every edition.`,
      ),
    ],
  },
]
