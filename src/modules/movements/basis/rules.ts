/** A paper that rules of a movement stand on; `issuedOn` is `yyyy-mm-dd`. */
export interface LegalDocument {
  id: number;
  title: string;
  number: string;
  issuedOn: string;
}

/** What a rule stands on, as it is chosen: a document, and the clause in words. */
export interface Basis {
  documentId: number | null;
  clause: string;
}
