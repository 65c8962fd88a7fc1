/** A list of whole numbers (32 bits) that grows: four bytes each, for what comes in millions. */
export class NumberList {
  #values = new Int32Array(16)
  #size = 0

  push(value: number): void {
    if (this.#size === this.#values.length) {
      const larger = new Int32Array(this.#size * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#size] = value
    this.#size += 1
  }

  /** What is in it, as a view: it shows no later changes. */
  get values(): Int32Array {
    return this.#values.subarray(0, this.#size)
  }
}
