import { RichText } from './rich-text.ts';
import { detach, type XmlListener } from './xml.ts';

/** Listens to the part in which the texts of all sheets stand once each. */
export class SharedStringsListener implements XmlListener {
  /** By the number that cells name them by. */
  readonly strings: string[] = [];
  readonly #rich = new RichText();

  open(name: string): void {
    this.#rich.open(name);
  }

  close(name: string): void {
    this.#rich.close(name);
    if (name === 'si') this.strings.push(detach(this.#rich.take()));
  }

  text(text: string): void {
    this.#rich.add(text);
  }
}
