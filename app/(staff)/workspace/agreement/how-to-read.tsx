import { Section } from '@/components/site/page'

/** What each figure says, and what is usually read as enough. */
export function HowToRead() {
  return (
    <Section title="How to read the figures" id="how-to-read">
      <div className="prose">
        <p>
          Compared are the two codings as they were made: before both had finished, neither coder saw the other’s. What
          was settled afterwards changes nothing here. For each code the question is the same: did each of the two give
          it, or not?
        </p>
        <h3>What is compared</h3>
        <ul>
          <li>
            <strong>By submission</strong>: did each use the code anywhere in it, on a span or as a tag?
          </li>
          <li>
            <strong>By sentence</strong>: did each mark any part of the sentence with the code?
          </li>
          <li>
            <strong>By character</strong>: is each character inside a span with the code? Long passages weigh more than
            short ones.
          </li>
          <li>
            <strong>By span</strong>: did both find the same stretches, beginning and ending in the same places? A span
            that one made and the other did not weighs most, borders a little apart weigh little.
          </li>
        </ul>
        <p>Texts are read in the version that stood when they were given to the two. Translations are not compared.</p>
        <h3>The figures</h3>
        <ul>
          <li>
            <strong>Observed agreement</strong> is the share of units on which both decided alike. It is high by itself
            where a code is rare: both mostly leave it out.
          </li>
          <li>
            <strong>Cohen’s kappa</strong> takes away what two coders would agree on by chance, each with their own
            habit of using the code (Cohen 1960). With several pairs of coders, the one whose account is older is the
            first.
          </li>
          <li>
            <strong>Krippendorff’s alpha</strong> does the same from the habit of both together, with a correction for
            few units (Krippendorff 2004, chapter 11; nominal). It does not ask who is the first coder.
          </li>
          <li>
            <strong>Unitizing alpha</strong> compares spans of any length on a continuum (Krippendorff 1995; 2004, pages
            251 to 256).
          </li>
          <li>
            <strong>All codes</strong> sums up disagreement, observed and expected, over the codes in use, so that codes
            that were hard to agree on are not hidden by easy ones (pooled kappa: de Vries and others 2008).
          </li>
          <li>
            <strong>The interval</strong> below a figure holds the middle 95% of its values in samples of whole
            submissions, drawn again and again with replacement (bootstrap). There is none where the figure is undefined
            in more than half of the samples.
          </li>
        </ul>
        <p>
          1 is full agreement, 0 is what chance alone would give, below 0 is worse than that. A figure is{' '}
          <strong>undefined</strong> where everything falls in one category: then there is no telling agreement from
          habit, and the percentage stands in its place.
        </p>
        <h3>What is enough</h3>
        <p>
          Krippendorff (2004, page 241) asks for an alpha of 0.800, and for tentative conclusions of 0.667 at least.
          Look at the lower end of the interval, not at the figure alone. Landis and Koch (1977) call a kappa from 0.61
          substantial and one from 0.81 almost perfect; they say themselves that the borders are arbitrary. Agreement by
          character or by span is always harder than by submission: say in a report which of them you give.
        </p>
        <h3>Sources</h3>
        <ul className="text-sm">
          <li>
            J. Cohen (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement
            20, 37–46.
          </li>
          <li>
            H. de Vries, M. Elliott, D. Kanouse and S. Teleki (2008). Using pooled kappa to summarize interrater
            agreement across many items. Field Methods 20, 272–282.
          </li>
          <li>B. Efron and R. Tibshirani (1993). An Introduction to the Bootstrap. Chapman and Hall.</li>
          <li>
            K. Krippendorff (1995). On the reliability of unitizing continuous data. Sociological Methodology 25, 47–76.
          </li>
          <li>K. Krippendorff (2004). Content Analysis: An Introduction to Its Methodology, second edition. Sage.</li>
          <li>
            J. Landis and G. Koch (1977). The measurement of observer agreement for categorical data. Biometrics 33,
            159–174.
          </li>
        </ul>
      </div>
    </Section>
  )
}
