/** Whether a text can be an email address: something, an @, and a name with a dot. Only a mail can tell whether it is one. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(?:\.[^\s@<>,;:"()[\]\\.]+)+$/.test(text)
}
