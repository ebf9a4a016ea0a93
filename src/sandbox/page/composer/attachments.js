import { useState } from 'preact/hooks';
import { uploadFile } from '../api.js';

/** The files that wait beside a message to be sent. @param {import('../client.js').Client} client */
export function useAttachments(client) {
  const [files, setFiles] = useState(/** @type {import('../../client-api.ts').ClientFile[]} */ ([]));
  const [uploading, setUploading] = useState(false);

  /** @param {File[]} chosen */
  async function attach(chosen) {
    if (chosen.length === 0) return;
    setUploading(true);
    try {
      const stored = await Promise.all(chosen.map((file) => uploadFile(client.as, file)));
      setFiles((held) => [...held, ...stored]);
    } catch (error) {
      client.notify(error.message);
    }
    setUploading(false);
  }

  return {
    files,
    uploading,
    attach,
    /** @param {string} id */
    remove: (id) => setFiles((held) => held.filter((file) => file.id !== id)),
    clear: () => setFiles([]),
  };
}
