/** Pixels of a picture that is shown where a link is shared. Apart from what draws it, which pages need not load. */
export const shareCardSize = { width: 1200, height: 630 }
