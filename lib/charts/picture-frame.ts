/** What stands around a chart in its picture, in pixels. */
export const margin = 16
export const line = 19

/** Where a chart begins below its title, and below what warns of it. */
export const headOf = (warned: boolean) => margin + line * (warned ? 2 : 1) + 8

/** How large the picture of a chart is. */
export function pictureSize({ width, height }: { width: number; height: number }, warned: boolean) {
  return { width: width + margin * 2, height: headOf(warned) + height + margin }
}
