/** A QR code, dark on light in either scheme, as cameras need it. `squares`: rows of whether each is dark. */
export function QrCode({ squares, label }: { squares: boolean[][]; label: string }) {
  const dark = squares.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${squares.length} ${squares.length}`}
      shapeRendering="crispEdges"
      className="my-4 w-full max-w-56"
    >
      <rect width="100%" height="100%" fill="white" />
      <path d={dark.join('')} fill="black" />
    </svg>
  )
}
