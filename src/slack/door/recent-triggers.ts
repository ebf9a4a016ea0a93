/** The last commands' triggers, so that one envelope delivered twice opens one modal. */
export class RecentTriggers {
  readonly #recent = new Set<string>();

  before(triggerId: string): boolean {
    if (this.#recent.has(triggerId)) return true;
    this.#recent.add(triggerId);
    const [oldest] = this.#recent;
    if (this.#recent.size > 5000 && oldest !== undefined) this.#recent.delete(oldest);
    return false;
  }
}
