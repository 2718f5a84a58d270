/** The time within a scenario: it stands still, or runs at some speed along the real clock. */
export class ScenarioClock {
  readonly #now: () => number;
  #atMs: number;
  #setAtRealMs: number;
  #speed: number;

  /** @param speed how many milliseconds pass here in a real one; 0 stands still */
  constructor(now: () => number, atMs: number, speed: number) {
    this.#now = now;
    this.#atMs = atMs;
    this.#speed = speed;
    this.#setAtRealMs = now();
  }

  get atMs(): number {
    return this.#atMs + (this.#now() - this.#setAtRealMs) * this.#speed;
  }

  moveTo(atMs: number): void {
    this.#atMs = atMs;
    this.#setAtRealMs = this.#now();
  }

  advance(byMs: number): void {
    this.moveTo(this.atMs + byMs);
  }

  run(speed: number): void {
    this.moveTo(this.atMs);
    this.#speed = speed;
  }
}
