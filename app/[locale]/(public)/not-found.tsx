export { PublicNotFound as default } from '@/app/[locale]/public-not-found'
