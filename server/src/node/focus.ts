import type { CheckedDraft } from "../service/check.ts";
import type { CursorParams, ProtocolPosition } from "../service/protocol.ts";
import { withoutHeld } from "../service/quiet/focus.ts";
import type { CheckedDocument } from "./session.ts";

interface Writing {
  position: ProtocolPosition | null;
  /** The sentence at the cursor has been typed in since the cursor came to it. */
  writing: boolean;
  /** The cursor's next move is the one that typing makes. */
  typed: boolean;
}

/** Knows where the writer is writing in each open draft, as far as the client tells. */
export class Focus {
  private readonly drafts = new Map<string, Writing>();

  /** A draft's text has changed. */
  typed(uri: string): void {
    const known = this.drafts.get(uri);
    if (known !== undefined) Object.assign(known, { writing: true, typed: true });
  }

  /** Takes where the cursor of a draft has gone and the draft as it stands, checked (`null` where it is still to be checked: nothing is decided then); says whether findings were held back that are not any more. */
  moved({ uri, position }: CursorParams, last: CheckedDocument | null): boolean {
    const known = this.drafts.get(uri) ?? { position: null, writing: false, typed: false };
    if (last === null && position !== null) {
      this.drafts.set(uri, { ...known, position, typed: false });
      return false;
    }
    const before = last === null ? [] : heldIn(last.checked, this.offsetIn(uri, last.checked));
    this.drafts.set(uri, { ...known, position, typed: false });
    if (!known.writing || known.typed) return false;
    const after = last === null ? [] : heldIn(last.checked, this.offsetIn(uri, last.checked));
    const stays = position !== null && before.some((finding) => after.includes(finding));
    this.drafts.set(uri, { position, writing: stays, typed: false });
    return before.length > 0 && !stays;
  }

  /** A draft was closed. */
  close(uri: string): void {
    this.drafts.delete(uri);
  }

  /** Takes a checked document; gives its draft without what is held back, where its settings ask for that. */
  shown({ uri, checked, context }: CheckedDocument): CheckedDraft {
    return context.settings.focus ? withoutHeld(checked, this.offsetIn(uri, checked)) : checked;
  }

  private offsetIn(uri: string, { lines }: CheckedDraft): number | null {
    const known = this.drafts.get(uri);
    if (known === undefined || !known.writing || known.position === null) return null;
    return lines.offset(known.position.line, known.position.character);
  }
}

function heldIn(checked: CheckedDraft, offset: number | null): CheckedDraft["findings"] {
  const shown = new Set(withoutHeld(checked, offset).findings);
  return checked.findings.filter((finding) => !shown.has(finding));
}
