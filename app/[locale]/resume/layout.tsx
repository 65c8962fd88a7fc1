import { PublicFrame } from '@/app/[locale]/public-frame'

export default function ResumeLayout({ children }: LayoutProps<'/[locale]/resume'>) {
  return <PublicFrame links={false}>{children}</PublicFrame>
}
