import { Notice } from '@/components/ui/notice'

/** A password that was made by chance. It is nowhere else: whoever leaves the page has to make another. */
export function NewPassword({ password, email }: { password: string; email?: string }) {
  return (
    <Notice tone="moss" live title="The password is shown only now. Hand it over in person or by telephone.">
      {email ? <p className="break-words">{email} can sign in with it.</p> : null}
      <p>
        <code className="text-lg break-all select-all">{password}</code>
      </p>
      <p className="mt-1">It can be changed under “Your account” after signing in.</p>
    </Notice>
  )
}
