import { PublicFrame } from '@/app/[locale]/public-frame'

export default function PublicLayout({ children }: LayoutProps<'/[locale]'>) {
  return <PublicFrame>{children}</PublicFrame>
}
