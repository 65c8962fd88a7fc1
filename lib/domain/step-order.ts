import { stepNames, type StepName } from './step-fields'
import type { AllAnswers } from './steps'

/** Every step with a page of its own below `/submit`. */
export const wizardSteps = [...stepNames, 'check'] as const
export type WizardStep = (typeof wizardSteps)[number]

/** Whether a word from the address is a step. */
export function isWizardStep(word: string): word is WizardStep {
  return wizardSteps.some(step => step === word)
}

/** The first step without an answer, or `check`. A step may be opened when it is not after this one. */
export function firstUnanswered(answers: Partial<AllAnswers>): WizardStep {
  return stepNames.find(step => !answers[step]) ?? 'check'
}

/** Whether `step` can be opened while `first` is the first one unanswered. */
export function mayOpen(step: WizardStep, first: WizardStep): boolean {
  return wizardSteps.indexOf(step) <= wizardSteps.indexOf(first)
}

/** The step after a step. */
export function stepAfter(step: StepName): WizardStep {
  return wizardSteps[wizardSteps.indexOf(step) + 1] ?? 'check'
}

/** The one of two steps that comes first. */
export function earlier(one: WizardStep, other: WizardStep): WizardStep {
  return mayOpen(one, other) ? one : other
}
