import { LIMITS } from '../sheet/limits.ts';
import { RefusedFileError } from '../sheet/refusal.ts';
import { RichText } from './rich-text.ts';
import type { XmlListener } from './xml.ts';

/** Listens to the part of the notes that hang on the cells of a sheet. */
export class CommentsListener implements XmlListener {
  readonly texts: string[] = [];
  readonly #rich = new RichText();
  #isInComment = false;

  open(name: string): void {
    if (name === 'comment') this.#isInComment = true;
    else this.#rich.open(name);
  }

  close(name: string): void {
    this.#rich.close(name);
    if (name !== 'comment') return;
    this.#isInComment = false;
    if (this.texts.length === LIMITS.rows) throw new RefusedFileError('too-much-text');
    this.texts.push(this.#rich.take().trim());
  }

  text(text: string): void {
    if (this.#isInComment) this.#rich.add(text);
  }
}
