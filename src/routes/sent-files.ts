/** The files of a form's field `file`, whole. */
export async function filesIn(form: FormData): Promise<{ name: string; bytes: Uint8Array }[]> {
  const files = form.getAll('file').filter((each) => each instanceof File);
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

/** A file that somebody sent, to keep and never to run: as an attachment, of the type that its bytes have. */
export function asAttachment({ name, type, bytes }: { name: string; type: string; bytes: Uint8Array }): Response {
  const plain = name.normalize('NFD').replace(/[^ -~]|["\\%]/g, '') || 'tep';
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}
