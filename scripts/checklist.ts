/** What an operator does between an empty portal and an open call. Said by `start-fresh`, and at each start until the call opens. */
export const beforeOpening = [
  'Before the call opens:',
  '  1. Make your account:  npm run admin -- create-user --email you@example.org --name "Your Name" --role administrator',
  '  2. Sign in at /sign-in and make the accounts of the three teams at /workspace/people',
  '  3. As a lead, set the contact address, the text, the dates and the places at /workspace/call',
  '  4. Set SMTP_URL and MAIL_FROM, so that receipts reach people, and PUBLIC_URL, so that addresses in mails are right',
  '  5. Open the call at /workspace/call',
]
