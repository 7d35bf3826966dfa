// What a secret of ours looks like in a file. Stand-ins of tests are shorter or say what they are.
const FORMS = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*\n[A-Za-z0-9+/=]{20}/],
  ['a key of a storage account or a communication service', /(?:AccountKey|accesskey|SharedAccessKey)=[A-Za-z0-9+/]{32,}/i],
  ['a shared access signature', /[?&]sig=[A-Za-z0-9%+/]{30,}/],
  ['a token', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/],
  ['a pull secret', /"auths?"\s*:\s*(?:\{[^}]*"auth"\s*:\s*)?"[A-Za-z0-9+/]{20,}={0,2}"/],
  ['a client secret', /client[_-]?secret["']?\s*[:=]\s*["'][A-Za-z0-9~._-]{30,}["']/i],
];

/** @returns {{what: string, index: number}[]} the first of each form */
export function formsIn(text) {
  return FORMS.flatMap(([what, form]) => {
    const index = text.search(form);
    return index < 0 ? [] : [{ what, index }];
  });
}
