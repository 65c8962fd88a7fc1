import type { FileView } from '@/lib/data/files'

/** Files that the respondent added: to be saved and opened, pictures with what they are said to show. */
export function FilePanel({ files }: { files: FileView[] }) {
  if (files.length === 0) return <p className="text-muted">None.</p>
  return (
    <ul className="flex flex-col gap-4">
      {files.map(file => (
        <li key={file.id} className="min-w-0">
          <FileName file={file} />
          <p className="text-muted tabular-nums">
            {file.kind}, {file.size}
          </p>
          {file.text === 'NONE' ? <p className="text-muted">No text could be read from this file.</p> : null}
          {file.picture && file.state === 'ready' ? <Picture file={file} /> : null}
        </li>
      ))}
    </ul>
  )
}

function FileName({ file: { id, name, state } }: { file: FileView }) {
  if (state === 'infected') return <p className="break-words">{name} contained a virus and was not kept</p>
  if (state === 'waiting') return <p className="break-words">{name} is still being checked for viruses</p>
  return (
    <a href={`/api/files/${id}`} download className="inline-block min-h-6 max-w-full break-words">
      <bdi>{name}</bdi>
    </a>
  )
}

function Picture({ file: { id, name, alt } }: { file: FileView }) {
  return (
    <figure className="mt-2">
      {/* drawn anew when it came, so nothing is left to make smaller */}
      {/* eslint-disable-next-line @next/next/no-img-element */}
      <img src={`/api/files/${id}`} alt={alt || name} loading="lazy" className="max-h-60 max-w-full rounded-md" />
      <figcaption dir="auto" className="mt-1 break-words">
        {alt || <span className="text-muted">Not described</span>}
      </figcaption>
    </figure>
  )
}
