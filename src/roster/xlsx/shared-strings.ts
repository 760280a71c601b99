import { LIMITS } from '../sheet/limits.ts';
import { RefusedFileError } from '../sheet/refusal.ts';
import { RichText } from './rich-text.ts';
import { detach, type XmlListener } from './xml.ts';

/** Listens to the part with the shared texts of all sheets. */
export class SharedStringsListener implements XmlListener {
  /** By the index that cells use. */
  readonly strings: string[] = [];
  readonly #rich = new RichText();
  #characters = 0;

  open(name: string): void {
    this.#rich.open(name);
  }

  close(name: string): void {
    this.#rich.close(name);
    if (name !== 'si') return;
    const text = this.#rich.take();
    this.#characters += text.length;
    if (this.#characters > LIMITS.characters) throw new RefusedFileError('too-much-text');
    this.strings.push(detach(text));
  }

  text(text: string): void {
    this.#rich.add(text);
  }
}
